// The pictures of these tests are of every kind that ECharts draws, and not only of the one that our charts are made of.
import { BarChart, HeatmapChart, LineChart, MapChart, ScatterChart } from 'echarts/charts';
import {
  AriaComponent,
  CalendarComponent,
  DatasetComponent,
  DataZoomComponent,
  GeoComponent,
  GraphicComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  TitleComponent,
  TooltipComponent,
  TransformComponent,
  VisualMapComponent,
} from 'echarts/components';
import { use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';

use([
  ...[BarChart, HeatmapChart, LineChart, MapChart, ScatterChart, AriaComponent, CalendarComponent],
  ...[DatasetComponent, DataZoomComponent, GeoComponent, GraphicComponent, GridComponent, LegendComponent],
  ...[MarkAreaComponent, MarkLineComponent, MarkPointComponent, TitleComponent, TooltipComponent],
  ...[TransformComponent, VisualMapComponent, LabelLayout],
]);
