/** The path that the site of an embed stands under: `/kz` of `/kz/embed`. */
export const sitePath: string = location.pathname.replace(/\/embed$/, '');
