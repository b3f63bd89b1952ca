import java.io.File;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.LogManager;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Holds PDF files against the rules of a standard: java -cp ENGINE Validate.java PROFILE[,PROFILE] FILE...
 * After `--` come other profiles with files of their own.
 *
 * A line for each broken rule; the last line of a profile says how many files and rules it was. The engine's own reading
 * of profiles needs JAXB, which Java no longer brings, so they are read here.
 */
public class Validate {
    private static final String PROFILES = "/org/verapdf/pdfa/validation/";
    private static final int MOST_FAILURES = 200;

    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        List<String> every = new ArrayList<>(List.of(arguments));
        while (!every.isEmpty()) {
            int end = every.contains("--") ? every.indexOf("--") : every.size();
            hold(every.get(0).split(","), every.subList(1, end));
            every = new ArrayList<>(every.subList(Math.min(end + 1, every.size()), every.size()));
        }
    }

    private static void hold(String[] names, List<String> files) throws Exception {
        List<ValidationProfile> profiles = new ArrayList<>();
        for (String name : names) {
            profiles.add(read(name));
        }
        for (String file : files) {
            report(profiles, new File(file));
        }
        for (ValidationProfile profile : profiles) {
            System.out.println(name(profile) + ": " + files.size() + " files, " + profile.getRules().size() + " rules");
        }
    }

    /** Reads the file once and holds it against all profiles; reading it takes longer than any one of them. */
    private static void report(List<ValidationProfile> profiles, File file) throws Exception {
        List<PDFAFlavour> flavours = profiles.stream().map(ValidationProfile::getPDFAFlavour).collect(Collectors.toList());
        Map<String, Set<String>> broken = new TreeMap<>();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavours.get(0))) {
            parser.setFlavours(flavours);
            List<ValidationResult> results = ValidatorFactory
                .createValidator(profiles, MOST_FAILURES, false, true, false).validateAll(parser);
            for (ValidationResult result : results) {
                broken.put(name(result.getValidationProfile()), broken(result));
            }
        }
        for (ValidationProfile profile : profiles) {
            for (String rule : broken.get(name(profile))) {
                System.out.println("BROKEN " + name(profile) + " " + file.getName() + ": " + rule);
            }
        }
    }

    private static Set<String> broken(ValidationResult result) {
        Set<String> broken = new LinkedHashSet<>();
        for (TestAssertion found : result.getTestAssertions()) {
            if (found.getStatus() == TestAssertion.Status.FAILED) {
                broken.add(found.getRuleId().getClause() + " " + found.getErrorMessage());
            }
        }
        if (!result.isCompliant() && broken.isEmpty()) {
            broken.add("it does not comply");
        }
        return broken;
    }

    private static String name(ValidationProfile profile) {
        return profile.getDetails().getName();
    }

    private static ValidationProfile read(String name) throws Exception {
        try (InputStream in = PDFAFlavour.class.getResourceAsStream(PROFILES + name + ".xml")) {
            Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
            PDFAFlavour flavour = PDFAFlavour.valueOf(document.getDocumentElement().getAttribute("flavour"));
            Set<Rule> rules = new HashSet<>();
            for (Element rule : elements(document.getDocumentElement(), "rule")) {
                rules.add(rule(rule));
            }
            Set<Variable> variables = new HashSet<>();
            for (Element variable : elements(document.getDocumentElement(), "variable")) {
                variables.add(Profiles.variableFromValues(variable.getAttribute("name"), variable.getAttribute("object"),
                    words(variable, "defaultValue"), words(variable, "value")));
            }
            return Profiles.profileFromValues(flavour,
                Profiles.profileDetailsFromValues(name, "", "", new Date(0)), "", rules, variables);
        }
    }

    private static Rule rule(Element rule) {
        Element id = elements(rule, "id").get(0);
        String deferred = rule.getAttribute("deferred");
        return Profiles.ruleFromValues(
            Profiles.ruleIdFromValues(PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber"))),
            rule.getAttribute("object"), deferred.isEmpty() ? null : Boolean.valueOf(deferred), rule.getAttribute("tags"),
            words(rule, "description"), words(rule, "test"),
            Profiles.errorFromValues(words(rule, "message"), new ArrayList<>()), new ArrayList<>());
    }

    private static List<Element> elements(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    private static String words(Element parent, String name) {
        List<Element> found = elements(parent, name);
        return found.isEmpty() ? "" : found.get(0).getTextContent();
    }
}
