/** The PNG of a picture of ours, by the painter of this browser: its letters are paths, so that no font can be missing. */
export async function pixelsOf(svg: ArrayBuffer, scale: number): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * scale;
    canvas.height = image.naturalHeight * scale;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((png) => (png ? resolve(png) : reject(new Error('this browser makes no such image')))),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
