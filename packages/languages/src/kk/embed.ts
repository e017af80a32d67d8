import type { EmbedTexts } from '../en/embed.ts';

/** What a chart says where it stands in somebody else's page, in Kazakh. */
export const embed: EmbedTexts = {
  hint: 'Санын көру үшін белгіге меңзеңіз; оның негізіндегі жазбаларды көру үшін басыңыз.',
  open: 'Барлық жазбалар мен дереккөздер',
  choose: 'Не көрсетілетінін таңдау',
  failed: 'Бұл графикті көрсету мүмкін емес',
  unread: '«{stated}» оқылмады ({key}).',
  meaningless: '«{key}» мұнда ештеңе білдірмейді.',
  busy: 'Қазір тым көп график салынып жатыр. Бірнеше секундтан кейін қайталап көріңіз.',
  toCharts: 'Графиктерге өту',
};
