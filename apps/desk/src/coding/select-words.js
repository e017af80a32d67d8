// The only script of the desk: “c” begins a record of the words that are selected in a text. Without it each sentence has a link.
document.addEventListener('keydown', (event) => {
  if (event.key.toLowerCase() !== 'c' && event.code !== 'KeyC') return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, select, textarea'))
    return;
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  const spans = [...document.querySelectorAll('[data-at]')].filter(({ firstChild }) =>
    range.intersectsNode(firstChild),
  );
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined) return;
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const from = Number(first.dataset.at) + (startContainer === first.firstChild ? startOffset : 0);
  const to =
    Number(last.dataset.at) + (endContainer === last.firstChild ? endOffset : last.firstChild.length);
  if (from < to) location.assign(`${location.pathname}/record?from=${from}&to=${to}`);
});
