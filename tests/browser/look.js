// What the browser tests ask of a page. Each function gives the faults that it sees, in words for the message.
window.look = (() => {
  const all = (selector = "body *") => [...document.querySelectorAll(selector)];
  const words = (element) => element.textContent.trim().replace(/\s+/g, " ").slice(0, 40);
  const name = (element) =>
    `<${element.localName}${element.id && ` id=${element.id}`}${element.classList.length ? ` class=${element.getAttribute("class")}` : ""}> ${words(element)}`;
  const named = (elements, fault) => elements.map((element) => `${name(element)}: ${fault}`);

  const lineage = (element) => (element ? [element, ...lineage(element.parentElement)] : []);
  const style = (element) => getComputedStyle(element);
  const box = (element) => element.getBoundingClientRect();
  const clips = (element) => /hidden|clip/.test(style(element).overflow);
  const scrolls = (element) => /auto|scroll/.test(style(element).overflow);
  // Words that only a screen reader meets stand in a box of one pixel.
  const isForEarsOnly = (element) => lineage(element).some((one) => clips(one) && box(one).width <= 1);
  const isShown = (element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && box(element).width > 0 && !isForEarsOnly(element);
  const textNodes = (element) => [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const written = () => all().filter((element) => textNodes(element).length && isShown(element) && !element.closest("svg"));

  const lines = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter((line) => line.width > 1);
  };
  const brokenWords = () => {
    const broken = all("h1, h2, .masthead-organisation, .figures th, .figures th a").flatMap((element) =>
      textNodes(element).flatMap((node) =>
        [...node.data.matchAll(/[^\s-]+/g)].filter((word) => {
          const range = document.createRange();
          range.setStart(node, word.index);
          range.setEnd(node, word.index + word[0].length);
          return new Set([...range.getClientRects()].map((line) => Math.round(line.top))).size > 1;
        }).map((word) => word[0]),
      ),
    );
    const beyond = all(".chart text").filter((text) => box(text).right > innerWidth || box(text).left < 0);
    return [...broken, ...beyond.map(words)];
  };
  const isInside = (line, frame) =>
    line.left >= frame.left - 1 && line.right <= frame.right + 1 && line.top >= frame.top - 1 && line.bottom <= frame.bottom + 1;

  // Colour, after WCAG 2.2, "relative luminance" and "contrast ratio".
  const paper = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const known = new Map();
  const painted = (colour) => {
    paper.clearRect(0, 0, 1, 1);
    paper.fillStyle = colour;
    paper.fillRect(0, 0, 1, 1);
    return [...paper.getImageData(0, 0, 1, 1).data];
  };
  const channels = (colour) => known.get(colour) ?? known.set(colour, painted(colour)).get(colour);
  const luminance = (colour) => {
    const [red, green, blue] = channels(colour).map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const isOpaque = (colour) => channels(colour)[3] > 0;
  const behind = (element) => lineage(element).map((one) => style(one).backgroundColor).find(isOpaque) ?? "rgb(255, 255, 255)";

  const sticksOut = (element) => {
    const { left, right, width } = box(element);
    return width > 0 && (right > innerWidth + 1 || left < -1) && !lineage(element.parentElement).slice(0, -2).some(scrolls);
  };

  const textsOverlapping = () => {
    const pieces = written()
      .filter((element) => !lineage(element).slice(0, -1).some((one) => scrolls(one) || style(one).position === "sticky"))
      .flatMap((element) => textNodes(element).flatMap((node) => lines(node).map((line) => ({ element, node, line }))))
      .sort((a, b) => a.line.top - b.line.top);
    return pieces.flatMap(({ element, node, line }, at) => {
      const hit = [];
      for (let next = at + 1; next < pieces.length && pieces[next].line.top < line.bottom; next += 1) {
        const other = pieces[next];
        const wide = Math.min(line.right, other.line.right) - Math.max(line.left, other.line.left);
        const high = Math.min(line.bottom, other.line.bottom) - other.line.top;
        if (other.node !== node && wide > 2 && high > 0.4 * Math.min(line.height, other.line.height)) hit.push(`${name(element)}: lies under ${name(other.element)}`);
      }
      return hit;
    });
  };

  const isInSentence = (link) => {
    if (style(link).display !== "inline") return false;
    const block = lineage(link).find((one) => style(one).display !== "inline");
    const linked = [...block.querySelectorAll("a")].map((one) => one.textContent).join("");
    return block.textContent.replace(/\s/g, "").length > linked.replace(/\s/g, "").length;
  };

  const stops = () => all('a[href], button, input, select, textarea, summary, [tabindex="0"]').filter((one) => one.checkVisibility());

  const ringFaults = (element) => {
    const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = style(element);
    if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) return ["has no focus ring"];
    const reach = Math.max(parseFloat(outlineOffset) + parseFloat(outlineWidth), 0);
    const frame = lineage(element.parentElement).slice(0, -2).find((one) => clips(one) || scrolls(one));
    const isCut = frame && (box(element).left - reach < box(frame).left - 1 || box(element).right + reach > box(frame).right + 1);
    const isFaint = contrast(outlineColor, behind(element.parentElement)) < 3;
    return [...(isFaint ? ["has a focus ring that is hard to see"] : []), ...(isCut ? [`has a focus ring cut by ${name(frame)}`] : [])];
  };

  const coverFaults = (element) => {
    const line = element.getClientRects()[0] ?? box(element);
    const [left, right] = [Math.max(line.left, 0) + 2, Math.min(line.right, innerWidth) - 2];
    const [top, bottom] = [Math.max(line.top, 0) + 2, Math.min(line.bottom, innerHeight) - 2];
    if (right < left || bottom < top) return ["is out of sight"];
    const above = [left, (left + right) / 2, right]
      .map((across) => document.elementFromPoint(across, (top + bottom) / 2))
      .find((one) => one && !element.contains(one) && !one.contains(element));
    return above ? [`is covered by ${name(above)}`] : [];
  };

  // Where the keyboard stands: the stop's number, -1 for a place that only scrolls; null once it has left the page.
  const focus = () => {
    const element = document.activeElement;
    if (element === document.body) return null;
    const faults = [...ringFaults(element), ...coverFaults(element)];
    return { number: (window.stopsOfThisPage ?? []).indexOf(element), faults: faults.map((fault) => `${name(element)}: ${fault}`) };
  };

  return {
    brokenWords,
    sideways: () => {
      const root = document.documentElement;
      const out = named(all().filter((element) => isShown(element) && sticksOut(element)), "sticks out sideways");
      return root.scrollWidth > innerWidth ? [`the page scrolls sideways: ${root.scrollWidth} in ${innerWidth}`, ...out] : out;
    },

    cut: () => {
      const hidden = written().filter((element) => {
        const frames = lineage(element).slice(0, -2).filter(clips).map(box);
        return frames.length && textNodes(element).flatMap(lines).some((line) => frames.some((frame) => !isInside(line, frame)));
      });
      return [...named(hidden, "is cut"), ...textsOverlapping()];
    },

    faint: () =>
      written()
        .map((element) => [element, contrast(style(element).color, behind(element))])
        .filter(([, ratio]) => ratio < 4.5)
        .map(([element, ratio]) => `${name(element)}: words stand at ${ratio.toFixed(1)} to 1`),

    // Drawings that say something and whose parts all have the colour behind them.
    vanished: () => {
      const shapes = (drawing) => [...drawing.querySelectorAll("path, rect, circle, line, polyline, text")];
      const strokes = (shape) => [style(shape).fill, style(shape).stroke].filter((paint) => paint !== "none" && isOpaque(paint));
      const isLost = (drawing) => shapes(drawing).flatMap(strokes).every((paint) => contrast(paint, behind(drawing)) < 3);
      return named(all("svg").filter((drawing) => isShown(drawing) && isLost(drawing)), "cannot be seen");
    },

    smallTargets: () =>
      stops()
        .filter((one) => isShown(one) && !isInSentence(one))
        .map((one) => [one, box(one).width, Math.max(...[...one.getClientRects()].map((line) => line.height))])
        .filter(([, width, height]) => width < 24 || height < 24)
        .map(([one, width, height]) => `${name(one)}: ${width.toFixed(0)} by ${height.toFixed(0)} px`),

    moving: () =>
      named(
        all("*").filter((element) => {
          const { animationName, transitionDuration, scrollBehavior } = style(element);
          return animationName !== "none" || parseFloat(transitionDuration) > 0.01 || scrollBehavior === "smooth";
        }),
        "moves",
      ),

    shown: (selector) => named(all(selector).filter(isShown), "is shown"),

    stops: () => {
      window.stopsOfThisPage = stops();
      return window.stopsOfThisPage.map(name);
    },

    focus,

    // What `focus` says after each key from now on; to ask it from outside takes as long as the key.
    noteEachStop: () => {
      window.stopsNoted = [];
      addEventListener("keyup", () => window.stopsNoted.push(focus()), { capture: true });
    },
    noted: () => window.stopsNoted,

    unseen: (element) => {
      const { top, left, bottom, right, height } = box(element);
      const isSeen = height >= 24 && top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
      return isSeen ? [] : named([element], "is not shown");
    },

    // Whether the keyboard stands in the element, or after it where it holds no stop.
    isPast: (selector) => {
      const place = document.querySelector(selector).compareDocumentPosition(document.activeElement);
      return document.activeElement !== document.body && Boolean(place & Node.DOCUMENT_POSITION_FOLLOWING);
    },
  };
})();
