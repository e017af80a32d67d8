import { type DragEvent, type HTMLAttributes, useState } from 'react';

/** Items of a list that a pointer can drag to another place. Keys and buttons do the same without one. */
export interface Dragging {
  /** What of an item is taken hold of. */
  source(at: number): HTMLAttributes<HTMLElement> & { draggable: boolean };
  /** The item, onto which another may be dropped. */
  target(at: number): HTMLAttributes<HTMLElement> & { 'data-drop'?: boolean };
}

export function useDragging(move: (from: number, to: number) => void): Dragging {
  const [from, setFrom] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const end = () => {
    setFrom(null);
    setOver(null);
  };
  return {
    source: (at) => ({
      draggable: true,
      onDragStart: ({ dataTransfer }: DragEvent) => {
        dataTransfer.effectAllowed = 'move';
        // Firefox drags nothing that carries no data.
        dataTransfer.setData('text/plain', String(at + 1));
        setFrom(at);
      },
      onDragEnd: end,
    }),
    target: (at) => ({
      ...(over === at && from !== at ? { 'data-drop': true } : {}),
      onDragOver: (event) => {
        // A file or a text from elsewhere is no slide.
        if (from === null) return;
        event.preventDefault();
        setOver(at);
      },
      onDrop: (event) => {
        if (from === null) return;
        event.preventDefault();
        end();
        if (from !== at) move(from, at);
      },
    }),
  };
}
