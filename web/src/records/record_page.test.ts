import { expect, it } from 'vitest'
import { recordPage } from './record_page'

it('a record is shown in its register, unless it has a page of its own', () => {
  expect(recordPage('resident', '7')).toBe('/records/resident/7')
  expect(recordPage('subsidy_run', '7')).toBe('/subsidies/7')
})
