/** Fills the screen, or gives it back. A browser that does not allow it shows the slides in its window. */
export function toggleFullScreen(): void {
  if (document.fullscreenElement) leaveFullScreen();
  // Refused without a gesture and in some frames: the window is then what there is, and it is full already.
  else document.documentElement.requestFullscreen?.().catch(() => undefined);
}

export function leaveFullScreen(): void {
  // Refused only when the screen was given back in between, which is what is wanted.
  if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
}
