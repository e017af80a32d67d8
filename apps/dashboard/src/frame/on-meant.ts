/** Milliseconds that a pointer rests on what its owner is about to press, and not on what it only passes. */
const REST = 50;
let resting: ReturnType<typeof setTimeout> | undefined;

/** Does something once a reader seems about to press an element: a pointer rests on it, goes down, or it has the focus. */
export function onMeant(work: () => void) {
  const rest = () => {
    clearTimeout(resting);
    resting = setTimeout(work, REST);
  };
  const leave = () => clearTimeout(resting);
  const press = () => {
    leave();
    work();
  };
  return { onPointerEnter: rest, onPointerLeave: leave, onPointerDown: press, onFocus: rest };
}
