const head = document.querySelector(".page-head");
if (head) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "print";
  button.textContent = phrases.print;
  button.addEventListener("click", () => print());
  head.append(button);
}
