import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

/** Whether what stands in a box is wider than the box, so that it scrolls: who has no pointer must then be able to go there. */
export function useOverflow(box: Ref<HTMLElement | undefined>): Ref<boolean> {
  const over = ref(false)
  let watching: ResizeObserver | undefined
  function look(): void {
    over.value = !!box.value && box.value.scrollWidth > box.value.clientWidth + 1
  }
  onMounted(() => {
    if (!box.value || typeof ResizeObserver === 'undefined') return
    watching = new ResizeObserver(look)
    watching.observe(box.value)
    for (const inside of box.value.children) watching.observe(inside)
    look()
  })
  onBeforeUnmount(() => watching?.disconnect())
  return over
}
