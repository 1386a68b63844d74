import type { Field, Register } from './description'

/** A field for tests: an optional open text unless told otherwise. */
export const someField = (about: Partial<Field> = {}): Field => ({
  name: 'note',
  zh: '备注',
  en: 'Note',
  unit: '',
  source: '',
  kind: 'text',
  required: false,
  many: false,
  choices: [],
  privacy: 'open',
  masked: false,
  group_zh: '',
  group_en: '',
  filter: true,
  sort: true,
  listed: true,
  fixed: false,
  writable: true,
  tail: false,
  ...about,
})

/** A register of places of care, as the server would describe it. */
export const someRegister = (about: Partial<Register> = {}): Register => ({
  record: 'institution',
  path: '/api/institutions',
  zh: '机构',
  en: 'Institutions',
  may: { create: true, change: true, end: true, remove: true, import: true, export_rows: true, unmask: true },
  title: 'name',
  ends: 'closed',
  key: ['credit_code'],
  searchable: true,
  fields: [
    someField({ name: 'id', zh: '编号', en: 'Id', kind: 'reference', fixed: true }),
    someField({ name: 'version', zh: '版本', en: 'Version', kind: 'whole', fixed: true }),
    someField({ name: 'region', zh: '地区', en: 'Region', kind: 'region', required: true }),
    someField({ name: 'name', zh: '名称', en: 'Name', required: true }),
    someField({
      name: 'kind',
      zh: '类型',
      en: 'Kind',
      kind: 'choice',
      required: true,
      choices: [
        { value: 'elderly_home', zh: '养老机构', en: 'Elderly home' },
        { value: 'nursery', zh: '托育机构', en: 'Nursery' },
      ],
    }),
    someField({ name: 'inclusive', zh: '普惠', en: 'Inclusive', kind: 'yes_no' }),
    someField({ name: 'monthly_fee', zh: '月收费', en: 'Monthly fee', kind: 'money', unit: '元' }),
    someField({ name: 'opened', zh: '开业日期', en: 'Opened', kind: 'day' }),
    someField({ name: 'phone', zh: '电话', en: 'Phone', privacy: 'sealed', masked: true, filter: false, sort: false }),
  ],
  children: [{ record: 'bed', field: 'institution', zh: '床位', en: 'Beds', path: '/api/beds' }],
  files: [],
  ...about,
})
