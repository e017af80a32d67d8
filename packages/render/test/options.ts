import './modules.ts';
import { type EChartsCoreOption, registerMap } from 'echarts/core';

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

/** Places of a map: two squares side by side. */
const squares = {
  type: 'FeatureCollection' as const,
  features: [0, 1].map((x) => ({
    type: 'Feature' as const,
    properties: { name: x === 0 ? 'west' : 'east' },
    geometry: {
      type: 'Polygon' as const,
      coordinates: [
        [
          [x, 0],
          [x + 1, 0],
          [x + 1, 1],
          [x, 1],
          [x, 0],
        ],
      ],
    },
  })),
};
registerMap('squares', squares);

/** Every kind of chart and component that a picture may hold, with `name` wherever an option takes a name. */
export function everyKind(name: string): Readonly<Record<string, EChartsCoreOption>> {
  const axes = { xAxis: { type: 'category', data: [name, 'b'], name }, yAxis: { type: 'value', name } };
  const area = { type: 'linear', x: 0, y: 0, x2: 0, y2: 1, colorStops: [{ offset: 0, color: 'red' }] };
  return {
    bar: {
      ...axes,
      title: { text: name, subtext: name, link: 'javascript:alert(1)' },
      legend: { data: [name] },
      tooltip: {},
      series: [
        {
          type: 'bar',
          name,
          stack: 'all',
          data: [1, 2],
          label: { show: true, formatter: '{a} {b}' },
          itemStyle: { shadowBlur: 3, shadowColor: 'rgba(0,0,0,.5)', borderRadius: 3 },
          markLine: { data: [{ type: 'max', name, label: { formatter: name } }] },
        },
      ],
    },
    line: {
      ...axes,
      legend: { type: 'scroll' },
      series: [
        {
          type: 'line',
          name,
          data: [1, 2],
          areaStyle: { color: area },
          lineStyle: { type: 'dashed' },
          markArea: { data: [[{ name, xAxis: 0 }, { xAxis: 1 }]] },
          endLabel: { show: true, formatter: name, textBorderColor: '#fff', textBorderWidth: 3 },
        },
      ],
    },
    scatter: {
      ...axes,
      dataZoom: [{ type: 'inside' }],
      series: [
        {
          type: 'scatter',
          name,
          data: [[0, 1]],
          symbol: 'pin',
          markPoint: { data: [{ name, coord: [0, 1] }] },
        },
      ],
    },
    dataset: {
      dataset: { dimensions: ['key', 'count'], source: [[name, 3]] },
      xAxis: { type: 'category' },
      yAxis: {},
      legend: {},
      series: [{ type: 'bar' }],
    },
    heatmap: {
      xAxis: { type: 'category', data: [name] },
      yAxis: { type: 'category', data: [name] },
      visualMap: { min: 0, max: 2, text: [name, name] },
      series: [{ type: 'heatmap', name, data: [[0, 0, 1]], label: { show: true, rotate: 30 } }],
    },
    calendar: {
      calendar: { range: '2012-04', cellSize: 12 },
      visualMap: { type: 'piecewise', pieces: [{ min: 0, max: 2, label: name }] },
      series: [{ type: 'heatmap', coordinateSystem: 'calendar', data: [['2012-04-28', 1]] }],
    },
    map: {
      series: [{ type: 'map', map: 'squares', name, data: [{ name, value: 1 }], label: { show: true } }],
    },
    geo: {
      geo: { map: 'squares', regions: [{ name }] },
      series: [{ type: 'scatter', name, coordinateSystem: 'geo', data: [{ name, value: [0.5, 0.5, 3] }] }],
    },
    custom: {
      ...axes,
      graphic: { elements: [{ type: 'text', style: { text: name, font: "600 14px 'Source Serif 4'" } }] },
      series: [
        {
          type: 'custom',
          name,
          data: [1],
          clip: true,
          renderItem: () => ({
            type: 'text',
            style: { text: name, x: 5, y: 5, rich: { b: { fontSize: 20 } } },
          }),
        },
      ],
    },
  };
}
