import type { EmbedTexts } from '../en/embed.ts';

/** What a chart says where it stands in somebody else's page, in Russian. */
export const embed: EmbedTexts = {
  hint: 'Наведите курсор на отметку, чтобы увидеть число; нажмите, чтобы увидеть записи за ним.',
  open: 'Все записи и источники',
  choose: 'Выбрать, что показано',
  failed: 'Этот график показать нельзя',
  unread: '«{stated}» не удалось прочитать ({key}).',
  meaningless: '«{key}» здесь ничего не значит.',
  busy: 'Сейчас строится слишком много графиков. Попробуйте снова через несколько секунд.',
  toCharts: 'К графикам',
};
