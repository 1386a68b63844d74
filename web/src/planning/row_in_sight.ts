import { nextTick, watch, type Ref } from 'vue'

/** What is pressed on the map comes into sight in the list beside it, where that list scrolls by itself; the page stays where it is. */
export function useRowInSight(list: Ref<HTMLElement | undefined>, chosen: Ref<string>): void {
  watch(chosen, async () => {
    await nextTick()
    const row = list.value?.querySelector<HTMLElement>('tr.marked')
    if (!list.value || !row || list.value.scrollHeight <= list.value.clientHeight) return
    const [frame, at] = [list.value.getBoundingClientRect(), row.getBoundingClientRect()]
    if (at.top < frame.top || at.bottom > frame.bottom) list.value.scrollTop += at.top - frame.top - frame.height / 3
  })
}
