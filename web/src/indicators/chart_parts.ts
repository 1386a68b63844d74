// Only the parts of ECharts that a trend needs; SVG, because it prints sharp and weighs less than the canvas.
import { LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([LineChart, AriaComponent, GridComponent, TooltipComponent, SVGRenderer])

export { init }
export type { ECharts } from 'echarts/core'
