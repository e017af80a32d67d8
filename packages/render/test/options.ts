import type { EChartsCoreOption } from 'echarts/core';

export const cities = [
  'Алматы',
  'Астана',
  'Шымкент',
  'Қарағанды',
  'Ақтөбе',
  'Тараз',
  'Павлодар',
  'Өскемен',
  'Семей',
  'Қызылорда',
  'Петропавловск',
];
const months = Array.from({ length: 12 }, (_, i) => `2012-${String(i + 1).padStart(2, '0')}`);
const sans = "'Source Sans 3', 'Source Sans 3 Variable', sans-serif";

/** Twelve months of eleven cities, stacked: the picture of the benchmark. */
export const stacked: EChartsCoreOption = {
  animation: false,
  backgroundColor: '#ffffff',
  textStyle: { fontFamily: sans, color: '#1a1a1a' },
  title: {
    text: 'Около 15 задержаний в Алматы, апрель – июнь 2012',
    textStyle: { fontFamily: "'Source Serif 4', Georgia, serif", fontSize: 24, fontWeight: 600 },
  },
  legend: { bottom: 0, data: cities },
  aria: { enabled: true, decal: { show: true } },
  grid: { left: 10, right: 10, top: 50, bottom: 60 },
  xAxis: { type: 'category', data: months },
  yAxis: { type: 'value', name: 'людей' },
  series: cities.map((name, c) => ({
    type: 'bar',
    name,
    stack: 'all',
    label: { show: true, fontSize: 10 },
    data: months.map((_, m) => ((c + 2) * (m + 3)) % 17),
  })),
};
