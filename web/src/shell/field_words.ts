/** The field's own terms, shared by all screens. */
export const words = {
  zh: {
    light: { met: '达标', near: '接近', behind: '落后', no_data: '无数据' },
    group: { all: '全部', elderly: '养老', childcare: '托育', both: '养老托育' },
    level: { country: '全国', province: '省级', city: '市级', county: '县区', street: '乡镇街道', village: '村社区' },
    role: { administrator: '管理员', official: '主管干部', reporter: '填报员', viewer: '查看', auditor: '审计' },
    mark: { unverified: '未核实', unverified_long: '此条尚未与原文核对', synthetic: '演示', synthetic_long: '演示数据，不是实际上报', source: '依据', layer: '来自 {layer}', national: '国家', approximate: '约', added: '增设' },
    word: {
      target: '目标', actual: '现值', baseline: '基数', gap: '差距', period: '时期', lead: '牵头', cooperate: '配合', due: '期限', unit: '单位', value: '值', source: '依据',
      region: '区划', group: '类别', search: '搜索', all: '全部', name: '名称', state: '状态', rank: '位次', number: '序号', responsible: '责任单位', document: '文件', note: '说明',
      save: '保存', cancel: '取消', edit: '修改', remove: '删除', back: '返回', rank_of: '第 {rank} / 共 {of}', topic: '主题', unit_count: '个',
    },
  },
  en: {
    light: { met: 'Met', near: 'Near', behind: 'Behind', no_data: 'No data' },
    group: { all: 'All', elderly: 'Elderly care', childcare: 'Childcare', both: 'Both' },
    level: { country: 'Country', province: 'Province', city: 'City', county: 'County', street: 'Street', village: 'Village' },
    role: { administrator: 'Administrator', official: 'Official', reporter: 'Reporter', viewer: 'Viewer', auditor: 'Auditor' },
    mark: { unverified: 'unverified', unverified_long: 'Not yet checked against its source', synthetic: 'demo', synthetic_long: 'Demonstration data, not a real report', source: 'Source', layer: 'from {layer}', national: 'national', approximate: 'about', added: 'added' },
    word: {
      target: 'Target', actual: 'Now', baseline: 'Baseline', gap: 'Gap', period: 'Period', lead: 'Lead', cooperate: 'With', due: 'Due', unit: 'Unit', value: 'Value', source: 'Source',
      region: 'Region', group: 'Group', search: 'Search', all: 'All', name: 'Name', state: 'State', rank: 'Rank', number: 'No.', responsible: 'Responsible', document: 'Document', note: 'Note',
      save: 'Save', cancel: 'Cancel', edit: 'Edit', remove: 'Delete', back: 'Back', rank_of: '{rank} of {of}', topic: 'Topic', unit_count: '',
    },
  },
}
