{# A click on an address of a place copies it and says so, beside the link and aloud; the link still leads to its place. -#}
const told = document.createElement("p");
told.className = "told";
told.setAttribute("role", "status");
document.querySelector("main").append(told);
let telling = 0;

const tell = (link) => {
  clearTimeout(telling);
  for (const other of document.querySelectorAll(".here[data-told]")) delete other.dataset.told;
  told.textContent = "";
  if (!link) return;
  link.dataset.told = phrases.copied;
  requestAnimationFrame(() => (told.textContent = phrases.copied));
  telling = setTimeout(tell, 4000);
};

{# Where the page came without https the clipboard is closed to us but for the old command. #}
const copyOldWay = (text) => {
  const field = document.createElement("textarea");
  field.className = "told";
  field.value = text;
  document.body.append(field);
  field.select();
  const isDone = document.execCommand("copy");
  field.remove();
  return isDone;
};

const copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyOldWay(text);
  }
};

document.addEventListener("click", async (event) => {
  const link = event.target.closest(".here");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  tell((await copy(link.href)) && link);
});
