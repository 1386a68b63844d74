import { ref, type Ref } from 'vue'

const place_view = ref<'map' | 'table'>('map')
const trend_view = ref<'chart' | 'table'>('chart')

/** Map or table: what the reader chose on one page holds on the next. */
export const usePlaceView = (): Ref<'map' | 'table'> => place_view
/** Chart or table, likewise. */
export const useTrendView = (): Ref<'chart' | 'table'> => trend_view
