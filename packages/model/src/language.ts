/** The languages that every surface speaks; English is what a missing preference falls back to. */
export const languages = ['en', 'ru', 'kk'] as const;
export type Language = (typeof languages)[number];
