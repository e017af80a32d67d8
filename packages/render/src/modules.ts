import { CustomChart } from 'echarts/charts';
import { use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useOutlines } from './echarts-private.ts';

/** Registers the parts of ECharts that our charts are made of. Doing it twice changes nothing. */
export function useModules(): void {
  use([CustomChart, SVGRenderer]);
  useOutlines();
}
