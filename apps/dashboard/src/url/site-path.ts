/** The path that the site stands under, as the server wrote into the page: `/kz`; empty where it stands at the root. */
export const sitePath: string =
  document.querySelector<HTMLMetaElement>('meta[name="article21-path"]')?.content ?? '';
