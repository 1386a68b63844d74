// Written by `npm run types` from the server's OpenAPI document. Do not edit.
export interface components {
  schemas: {
    problem: {
      type: string
      title: string
      status: number
      detail: string
      code: string
      request_id: string
      errors: {
        place: string
        code: string
        message: string
      }[]
    }
    me: {
      id: string
      name: string
      display_name: string
      /** @enum {string} */
      role: "administrator" | "official" | "reporter" | "viewer" | "auditor"
      region: string
      region_name: string
      csrf_token: string
      totp_enabled: boolean
    }
    totp_offer: {
      secret: string
      uri: string
    }
    account_list: {
      rows: components["schemas"]["account_row"][]
      total: number
      page: number
      page_rows: number
    }
    account_row: {
      id: string
      name: string
      display_name: string
      /** @enum {string} */
      role: "administrator" | "official" | "reporter" | "viewer" | "auditor"
      region: string
      region_name: string
      /** @enum {string} */
      state: "active" | "disabled"
      phone?: string
      created_at: string
      last_sign_in_at?: string
      totp_enabled: boolean
    }
    plan_list: {
      rows: components["schemas"]["plan_head"][]
    }
    plan_head: {
      plan: string
      title: string
      title_en?: string
      document?: string
      issuer?: string
      issued?: string
      region: string
      region_name: string
      runs_from?: string
      runs_to?: string
      /** @enum {string} */
      state: "running" | "ended" | "not_begun"
      summary?: string
      summary_en?: string
      notes?: string
      notes_en?: string
      layers: string[]
      unverified: boolean
      counts: components["schemas"]["plan_counts"]
    }
    plan_counts: {
      indicators: number
      tasks: number
      milestones: number
      projects: number
      policies: number
      standards: number
      figures: number
      clauses: number
    }
    clause_list: {
      rows: components["schemas"]["clause_row"][]
    }
    clause_row: {
      number: string
      title: string
      title_en?: string
      summary?: string
      unverified: boolean
      layer: string
      uses: components["schemas"]["clause_use"][]
    }
    clause_use: {
      /** @enum {string} */
      kind: "indicator" | "task" | "milestone" | "project" | "policy" | "standard" | "figure"
      key: string
      name: string
    }
    figure_list: {
      rows: components["schemas"]["figure_row"][]
    }
    figure_row: {
      key: string
      name: string
      name_en?: string
      region?: string
      region_name?: string
      period: string
      value: number
      unit: string
      /** @enum {string} */
      group?: "elderly" | "childcare" | "both"
      approximate: boolean
      note?: string
      source: string
      unverified: boolean
      layer: string
    }
    task_list: {
      rows: components["schemas"]["task_row"][]
    }
    task_row: {
      number: string
      title: string
      title_en?: string
      summary?: string
      lead: string[]
      cooperate: string[]
      due: string[]
      /** @enum {string} */
      group: "elderly" | "childcare" | "both"
      milestones: components["schemas"]["milestone_row"][]
      /** @enum {string} */
      state: "open" | "due_soon" | "overdue" | "no_date"
      source: string
      unverified: boolean
      layer: string
    }
    milestone_row: {
      key: string
      content: string
      content_en?: string
      due?: string
      measure?: string
      indicator?: string
      source: string
      unverified: boolean
    }
    project_list: {
      rows: components["schemas"]["project_row"][]
    }
    project_row: {
      number: string
      /** @enum {string} */
      list: "elderly" | "childcare" | "both"
      name: string
      name_en?: string
      owner: string
      region?: string
      region_name?: string
      start_year?: number
      investment_fen?: number
      beds?: number
      slots?: number
      floor_area_m2?: number
      /** @enum {string} */
      kind?: "build" | "renovate" | "fire_safety" | "information" | "energy"
      content?: string
      source: string
      unverified: boolean
      layer: string
    }
    policy_list: {
      rows: components["schemas"]["policy_row"][]
    }
    policy_row: {
      number: string
      /** @enum {string} */
      package: "elderly" | "childcare" | "both"
      category: string
      title: string
      title_en?: string
      summary?: string
      goal?: string
      responsible: string[]
      document?: string
      source: string
      unverified: boolean
      layer: string
    }
    standard_list: {
      rows: components["schemas"]["standard_row"][]
    }
    standard_row: {
      key: string
      name: string
      name_en?: string
      topic: string
      /** @enum {string} */
      group?: "elderly" | "childcare" | "both"
      applies_to?: string
      comparator?: string
      value?: string
      unit?: string
      summary?: string
      summary_en?: string
      document?: string
      source: string
      unverified: boolean
      layer: string
    }
    unit_list: {
      rows: components["schemas"]["unit_row"][]
    }
    unit_row: {
      name: string
      name_en?: string
      /** @enum {string} */
      kind: "department" | "government" | "organisation" | "enterprise"
      region?: string
    }
    instrument_list: {
      rows: components["schemas"]["instrument_row"][]
    }
    instrument_row: {
      instrument: string
      name: string
      name_en?: string
      document: string
      items: number
      unverified: boolean
      layer: string
    }
    instrument: {
      instrument: string
      name: string
      name_en?: string
      document: string
      dimensions: components["schemas"]["instrument_dimension"][]
      grades: components["schemas"]["grade_band"][]
      adjustments: components["schemas"]["grade_adjustment"][]
      combination: components["schemas"]["grade_combination"][]
      note?: string
      source: string
      unverified: boolean
    }
    instrument_dimension: {
      key: string
      code?: string
      name: string
      name_en?: string
      items: components["schemas"]["instrument_item"][]
      grades: components["schemas"]["grade_band"][]
      note?: string
    }
    instrument_item: {
      key: string
      code?: string
      name: string
      name_en?: string
      options: components["schemas"]["instrument_option"][]
      unverified: boolean
    }
    instrument_option: {
      score: number
      text: string
    }
    grade_band: {
      grade: number
      name: string
      name_en?: string
      from?: number
      to?: number
      note?: string
      unverified: boolean
    }
    grade_adjustment: {
      key: string
      trigger: string
      field?: string
      set_grade?: number
      worsen_by?: number
      note?: string
      unverified: boolean
    }
    grade_combination: {
      first: number
      second: number
      grade: number
      unverified: boolean
    }
    plan_reloaded: {
      plans: number
    }
    plan_summary: {
      region: string
      region_name: string
      as_of?: string
      lights: components["schemas"]["light_counts"]
      lights_by_group: components["schemas"]["group_lights"][]
      next_due: components["schemas"]["due_task"][]
      overdue_count: number
      due_count: number
      project_totals: components["schemas"]["project_total"][]
      figures: components["schemas"]["figure_row"][]
    }
    light_counts: {
      met: number
      near: number
      behind: number
      not_reported: number
      no_target: number
    }
    group_lights: {
      /** @enum {string} */
      group: "elderly" | "childcare" | "both"
      met: number
      near: number
      behind: number
      not_reported: number
      no_target: number
    }
    due_task: {
      task: string
      title: string
      title_en?: string
      due: string
      days_left: number
    }
    project_total: {
      /** @enum {string} */
      list: "elderly" | "childcare" | "both"
      count: number
      investment_fen: number
      beds: number
      slots: number
    }
    indicator_list: {
      region: string
      region_name: string
      /** @enum {string} */
      level: "country" | "province" | "city" | "county" | "street" | "village"
      rows: components["schemas"]["indicator_state"][]
    }
    indicator_state: {
      key: string
      name: string
      name_en?: string
      unit: string
      /** @enum {string} */
      group: "elderly" | "childcare" | "both"
      lead: string[]
      definition?: string
      definition_en?: string
      /** @enum {string} */
      down_to?: "country" | "province" | "city" | "county" | "street" | "village"
      value_rule?: string
      targets: components["schemas"]["target"][]
      baseline: components["schemas"]["baseline"][]
      baseline_comparator?: string
      written_for_name?: string
      written_targets: components["schemas"]["target"][]
      written_baseline: components["schemas"]["baseline"][]
      target?: components["schemas"]["target"]
      actual?: components["schemas"]["actual"]
      previous?: components["schemas"]["actual"]
      gap?: number
      /** @enum {string} */
      light: "met" | "near" | "behind" | "not_reported" | "no_target"
      source: string
      unverified: boolean
      layer: string
    }
    target: {
      period: string
      /** @enum {string} */
      comparator: "at_least" | "at_most" | "equal" | "more" | "less" | "within"
      value: number
      value_to?: number
      text: string
    }
    baseline: {
      period: string
      value: number
    }
    actual: {
      period: string
      value: number
      reported_at?: string
      source: string
      synthetic: boolean
      reported_by_name?: string
    }
    indicator_detail: {
      indicator: components["schemas"]["indicator_state"]
      region: string
      region_name: string
      /** @enum {string} */
      level: "country" | "province" | "city" | "county" | "street" | "village"
      path: components["schemas"]["region_step"][]
      series: components["schemas"]["actual"][]
      children: components["schemas"]["child_state"][]
    }
    region_step: {
      code: string
      name: string
      /** @enum {string} */
      level: "country" | "province" | "city" | "county" | "street" | "village"
    }
    child_state: {
      region: string
      name: string
      /** @enum {string} */
      level: "country" | "province" | "city" | "county" | "street" | "village"
      actual?: components["schemas"]["actual"]
      /** @enum {string} */
      light: "met" | "near" | "behind" | "not_reported" | "no_target"
      gap?: number
      rank?: number
    }
    reading_list: {
      rows: components["schemas"]["reading_row"][]
      total: number
      page: number
      page_rows: number
    }
    reading_row: {
      id: string
      plan: string
      indicator: string
      region: string
      region_name: string
      period: string
      value: number
      source: string
      synthetic: boolean
      reported_by_name?: string
      reported_at: string
      counted_on?: string
    }
    import_summary: {
      rows_read: number
      inserted: number
      updated: number
      dry_run: boolean
      questions: components["schemas"]["import_question"][]
    }
    import_question: {
      place: string
      indicator: string
      region: string
      period: string
      value: number
      previous_period: string
      previous_value: number
    }
    region_rows: {
      rows: components["schemas"]["region_row"][]
    }
    region_row: {
      code: string
      name: string
      /** @enum {string} */
      level: "country" | "province" | "city" | "county" | "street" | "village"
      children_count: number
      added: boolean
      path_text?: string
    }
    region_answer: {
      code: string
      name: string
      /** @enum {string} */
      level: "country" | "province" | "city" | "county" | "street" | "village"
      path: components["schemas"]["region_step"][]
      children_count: number
      added: boolean
      note?: string
    }
    cartogram: {
      region: string
      tiles: components["schemas"]["tile_row"][]
      columns: number
      rows: number
      placed: boolean
    }
    tile_row: {
      region: string
      name: string
      column: number
      row: number
    }
    public_plan: {
      head: components["schemas"]["plan_head"]
      indicators: components["schemas"]["public_indicator"][]
      tasks: components["schemas"]["task_row"][]
      policies: components["schemas"]["policy_row"][]
      standards: components["schemas"]["standard_row"][]
      figures: components["schemas"]["figure_row"][]
      project_totals: components["schemas"]["project_total"][]
      clauses: components["schemas"]["clause_row"][]
    }
    public_indicator: {
      key: string
      name: string
      name_en?: string
      unit: string
      /** @enum {string} */
      group: "elderly" | "childcare" | "both"
      targets: components["schemas"]["target"][]
      baseline: components["schemas"]["baseline"][]
      source: string
      unverified: boolean
    }
    journal_page: {
      rows: components["schemas"]["journal_row"][]
      total: number
    }
    journal_row: {
      sequence: number
      at: string
      account_name: string
      account_display_name: string
      door: string
      action: string
      record: string
      record_label: string
      record_label_en: string
      record_id: string
      region: string
      region_name: string
      subject: string
      subject_en: string
      period: string
      fields: components["schemas"]["journal_field"][]
    }
    journal_field: {
      field: string
      label: string
      label_en: string
      unit: string
      before?: string
      after?: string
      before_en?: string
      after_en?: string
      masked: boolean
    }
    journal_state: {
      entries: number
      seals: number
      last_seal_hash: string
      rows: number
      intact: boolean
      fault: string
      fault_text: string
      fault_text_en: string
    }
  }
}
