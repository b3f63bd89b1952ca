{# Narrows the list of actions in place. What is chosen stands in the address, so that a narrowed list can be sent on. -#}
const form = document.querySelector(".filter");
if (form) {
  const { find, workstream, state } = form.elements;
  const count = form.querySelector(".filter-count");
  const none = document.querySelector(".filter-none");
  {# Keyboards have another apostrophe than pages, and quotes are copied along with what stands between them. #}
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[‘’ʼ]/g, "'").replace(/["“”„«»]/g, "").toLowerCase();
  {# Who types "wifi" or "1900" means "Wi-Fi" and "1,900". #}
  const joined = (text) => text.replace(/([\p{L}\p{N}])[-‐‑,](?=[\p{L}\p{N}])/gu, "$1");
  const wholeAndJoined = (text) => `${text} ${joined(text)}`;
  const groups = [...document.querySelectorAll(".group")].map((section) => {
    const link = document.querySelector(`.contents a[href="#${section.id}"]`);
    const lines = [...section.querySelectorAll(".action-line")].map((line) => ({
      line,
      text: wholeAndJoined(fold(line.textContent)),
      workstream: line.querySelector(".line-workstream").textContent,
    }));
    const number = link?.querySelector(".group-count");
    return { section, lines, entry: link?.closest("li"), number, whole: number?.textContent };
  });
  let telling = 0;

  const show = () => {
    const sought = fold(find.value).split(/\s+/);
    const chosen = workstream.value && workstream.selectedOptions[0].text;
    {# A group may count more actions than are listed here: as long as nothing is chosen, it stands as it was made. #}
    const isNarrowed = Boolean(find.value.trim() || chosen || state.value);
    form.classList.toggle("is-narrowed", isNarrowed);
    let shown = 0;
    for (const { section, lines, entry, number, whole } of groups) {
      const isChosen = !state.value || state.value === section.id;
      let here = 0;
      for (const one of lines) {
        const fits = isChosen && (!chosen || one.workstream === chosen) && sought.every((word) => one.text.includes(word) || one.text.includes(joined(word)));
        one.line.hidden = !fits;
        here += fits;
      }
      section.hidden = isNarrowed && !here;
      if (entry) {
        entry.hidden = section.hidden;
        number.textContent = isNarrowed ? here : whole;
      }
      shown += here;
    }
    none.hidden = shown > 0;
    return count.dataset.words.replace("{shown}", shown);
  };

  const keep = () => {
    const chosen = [...new FormData(form)].filter(([, value]) => value.trim());
    const fragment = chosen.length ? `#${new URLSearchParams(chosen)}` : "";
    history.replaceState(null, "", location.pathname + location.search + fragment);
    const words = show();
    {# Told once the reader pauses, not at every letter. #}
    clearTimeout(telling);
    telling = setTimeout(() => (count.textContent = words), 300);
  };

  const recall = () => {
    if (location.hash.includes("=")) {
      const kept = new URLSearchParams(location.hash.slice(1));
      for (const field of [find, workstream, state]) {
        field.value = kept.get(field.name) ?? "";
        if (field.selectedIndex < 0) {
          {# A state that nothing has today, as when none is overdue, is asked for all the same: that is no list of everything. #}
          const state = document.querySelector(`template[data-standing="${CSS.escape(kept.get(field.name))}"]`);
          if (state && field.name === "state") field.add(new Option(state.content.textContent.trim(), state.dataset.standing, false, true));
          else field.selectedIndex = 0;
        }
      }
    }
    count.textContent = show();
  };

  form.addEventListener("input", keep);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => {
    find.focus();
    setTimeout(keep);
  });
  addEventListener("hashchange", recall);
  addEventListener("pageshow", recall);
  form.hidden = false;
  recall();
}
