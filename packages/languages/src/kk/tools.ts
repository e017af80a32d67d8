import type { ToolTexts } from '../en/tools.ts';

/** What one can do with numbers and texts, in Kazakh. */
export const tools: ToolTexts = {
  copyTable: 'Кестені көшіру',
  copy: 'Көшіру',
  copied: 'Көшірілді.',
  copiedRows: { other: '{n} жол көшірілді.' },
  notCopied: 'Браузер көшіруге рұқсат бермеді. Мәтінді белгілеңіз немесе жүктеп алыңыз.',
  sheetCsv: 'Электрондық кестеге арналған CSV',
  showAll: { other: 'Барлық {n} жолды көрсету' },
  shown: '{all} жолдың {shown} жолы көрсетілген.',
  older: 'Бұл — деректердің ескірек нұсқасы ({snapshot}). Ағымдағысында басқаша айтылуы мүмкін.',
  otherDataset:
    'Бұл — басқа деректер жинағы: «{title}» ({snapshot}). Қазір бұл сайтта «{current}» жинағы көрсетіледі.',
  share: 'Бөлісу',
  expression: 'Кодталуы',
  rates: 'Валюта бағамдары',
  asEstimate: 'Есептелуі',
  countedOn: 'Есептелген күні',
  assembly: 'Жиналыс',
  byDay: 'күні дереккөзде айтылған',
  sortBy: 'Жолдарды реттеу үшін бағанның тақырыбын таңдаңыз.',
};
