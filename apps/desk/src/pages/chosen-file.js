// Shows the name of the file that was chosen, also after one has come back to the page.
for (const input of document.querySelectorAll('.file input')) {
  const shown = input.parentElement.querySelector('.chosen');
  const none = shown.textContent;
  const show = () => {
    shown.textContent = [...input.files].map(({ name }) => name).join(', ') || none;
  };
  input.addEventListener('change', show);
  window.addEventListener('pageshow', show);
}
