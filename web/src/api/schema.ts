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
      role: string
      role_name?: string
      role_name_en?: string
      powers: ("plan_read" | "values_report" | "accounts_manage" | "plans_reload" | "journal_read" | "journal_verify" | "places_read" | "places_write" | "staff_read" | "staff_write" | "people_read" | "people_write" | "people_unmask" | "services_read" | "services_write" | "projects_read" | "projects_write" | "sheets_export" | "values_sign" | "funds_read" | "funds_write" | "funds_approve" | "budget_exceed")[]
      region: string
      region_name: string
      unit?: string
      unit_name?: string
      csrf_token: string
      totp_enabled: boolean
      recovery_codes_left: number
      password_change_needed: boolean
      code_setup_needed: boolean
      previous_at?: string
      previous_client?: string
      previous_failures: number
      keys_changed_at?: string
    }
    totp_offer: {
      secret: string
      uri: string
    }
    recovery_codes: {
      recovery_codes: string[]
    }
    session_list: {
      rows: components["schemas"]["session_row"][]
    }
    session_row: {
      id: string
      created_at: string
      used_at?: string
      client: string
      program: string
      here: boolean
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
      role: string
      role_name?: string
      role_name_en?: string
      region: string
      region_name: string
      unit?: string
      unit_name?: string
      /** @enum {string} */
      state: "active" | "disabled"
      phone?: string
      created_at: string
      last_sign_in_at?: string
      totp_enabled: boolean
    }
    role_list: {
      roles: components["schemas"]["role_choice"][]
      powers: components["schemas"]["power_label"][]
    }
    role_choice: {
      role: string
      role_name: string
      role_name_en: string
      /** @enum {string} */
      unit_kind?: "department" | "street" | "village" | "institution" | "family"
      powers: ("plan_read" | "values_report" | "accounts_manage" | "plans_reload" | "journal_read" | "journal_verify" | "places_read" | "places_write" | "staff_read" | "staff_write" | "people_read" | "people_write" | "people_unmask" | "services_read" | "services_write" | "projects_read" | "projects_write" | "sheets_export" | "values_sign" | "funds_read" | "funds_write" | "funds_approve" | "budget_exceed")[]
    }
    power_label: {
      /** @enum {string} */
      value: "plan_read" | "values_report" | "accounts_manage" | "plans_reload" | "journal_read" | "journal_verify" | "places_read" | "places_write" | "staff_read" | "staff_write" | "people_read" | "people_write" | "people_unmask" | "services_read" | "services_write" | "projects_read" | "projects_write" | "sheets_export" | "values_sign" | "funds_read" | "funds_write" | "funds_approve" | "budget_exceed"
      label: string
      label_en: string
    }
    token_list: {
      rows: components["schemas"]["token_row"][]
    }
    token_row: {
      id: string
      name: string
      powers: ("plan_read" | "values_report" | "accounts_manage" | "plans_reload" | "journal_read" | "journal_verify" | "places_read" | "places_write" | "staff_read" | "staff_write" | "people_read" | "people_write" | "people_unmask" | "services_read" | "services_write" | "projects_read" | "projects_write" | "sheets_export" | "values_sign" | "funds_read" | "funds_write" | "funds_approve" | "budget_exceed")[]
      display_name: string
      created_at: string
      ends: string
      used_at?: string
      token?: string
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
      kind: "indicator" | "task" | "milestone" | "project" | "policy" | "standard" | "figure" | "document" | "body" | "service"
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
      comparator?: string
      forecast: boolean
    }
    task_list: {
      rows: components["schemas"]["task_row"][]
      milestones: components["schemas"]["milestone_row"][]
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
      /** @enum {string} */
      recurs?: "month" | "quarter" | "half_year" | "year"
      note?: string
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
      /** @enum {string} */
      strength?: "must" | "strive" | "encourage" | "explore"
      /** @enum {string} */
      recurs?: "month" | "quarter" | "half_year" | "year"
      note?: string
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
      end_year?: number
      money_source?: string
      nursing_beds?: number
      communities?: number
      approximate: boolean
      publicly_run?: boolean
      demonstration?: boolean
      note?: string
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
      applicant?: string
      condition?: string
      papers: string[]
      office?: string
      time_limit?: string
      amount?: string
      from?: string
      to?: string
      promises: string[]
      /** @enum {string} */
      strength?: "must" | "strive" | "encourage" | "explore"
      note?: string
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
      /** @enum {string} */
      strength?: "must" | "strive" | "encourage" | "explore"
      note?: string
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
      aliases: string[]
      telephone?: string
      address?: string
    }
    document_list: {
      rows: components["schemas"]["document"][]
    }
    document: {
      key: string
      title: string
      title_en?: string
      number?: string
      issuer?: string
      issued?: string
      /** @enum {string} */
      relation: "itself" | "basis" | "carried_out" | "earlier" | "cited"
      region?: string
      stands_at?: string
      note?: string
      source: string
      unverified: boolean
    }
    body_list: {
      rows: components["schemas"]["body_row"][]
    }
    body_row: {
      body: components["schemas"]["body"]
      posts: components["schemas"]["post"][]
    }
    body: {
      key: string
      name: string
      name_en?: string
      /** @enum {string} */
      kind: "leading_group" | "mechanism" | "office" | "working_group"
      of?: string
      lead: string[]
      members: string[]
      duties: string[]
      note?: string
      source: string
      unverified: boolean
    }
    post: {
      body: string
      post: string
      post_en?: string
      /** @enum {string} */
      role: "head" | "deputy" | "member" | "office_head" | "office_deputy"
      count?: number
      note?: string
      source: string
      unverified: boolean
    }
    place_service_list: {
      rows: components["schemas"]["place_service"][]
    }
    place_service: {
      key: string
      place: string
      name: string
      name_en?: string
      /** @enum {string} */
      group: "elderly" | "childcare" | "both"
      /** @enum {string} */
      strength?: "must" | "strive" | "encourage" | "explore"
      note?: string
      source: string
      unverified: boolean
    }
    subsidy_list: {
      rows: components["schemas"]["subsidy"][]
    }
    subsidy: {
      key: string
      name: string
      whom: string
      pays: string
      every?: string
      unit?: string
      document?: string
      example: boolean
      source: string
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
      assessors?: components["schemas"]["instrument_assessors"]
      sets?: string
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
    instrument_assessors: {
      min: number
      source: string
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
      computed?: components["schemas"]["computed_value"]
      /** @enum {string} */
      not_computed?: "no_rule" | "no_rows" | "no_value"
      /** @enum {string} */
      each?: "month" | "city" | "county" | "street" | "village"
      parts?: components["schemas"]["parts_held"]
      computed_parts?: components["schemas"]["parts_held"]
      scope?: string
      /** @enum {string} */
      strength?: "must" | "strive" | "encourage" | "explore"
      term?: string
      note?: string
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
    computed_value: {
      value: number
      period: string
      journal_sequence: number
      as_of: string
      record: string
      counted: number
      undecided: number
      synthetic: boolean
    }
    parts_held: {
      /** @enum {string} */
      each: "month" | "city" | "county" | "street" | "village"
      parts: number
      held: number
      near: number
      missed: number
      unknown: number
      missed_names: string[]
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
      computed?: components["schemas"]["computed_value"]
      target?: components["schemas"]["target"]
      parts?: components["schemas"]["parts_held"]
    }
    counted_rows: {
      region: string
      region_name: string
      period: string
      journal_sequence: number
      as_of: string
      parts: components["schemas"]["counted_part"][]
    }
    counted_part: {
      record: string
      selected: number
      counted: number
      undecided: number
      ids: string[]
    }
    computed_trend: {
      region: string
      region_name: string
      points: components["schemas"]["computed_point"][]
      on_day?: components["schemas"]["computed_point"]
    }
    computed_point: {
      day: string
      period: string
      value: number
      journal_sequence: number
      record: string
      counted: number
      undecided: number
      synthetic: boolean
      rule_version: string
      rule_changed: boolean
    }
    matrix: {
      region: string
      region_name: string
      period?: string
      columns: components["schemas"]["matrix_column"][]
      rows: components["schemas"]["matrix_row"][]
    }
    matrix_column: {
      region: string
      name: string
      lights: components["schemas"]["light_counts"]
    }
    matrix_row: {
      key: string
      name: string
      name_en?: string
      unit: string
      /** @enum {string} */
      group: "elderly" | "childcare" | "both"
      source: string
      layer: string
      targets: components["schemas"]["target"][]
      whole: components["schemas"]["matrix_cell"]
      cells: components["schemas"]["matrix_cell"][]
    }
    matrix_cell: {
      region: string
      value?: number
      period?: string
      synthetic: boolean
      /** @enum {string} */
      light: "met" | "near" | "behind" | "not_reported" | "no_target"
      target?: components["schemas"]["target"]
      gap?: number
      rank?: number
      since_previous?: number
      since_year_ago?: number
      parts?: components["schemas"]["parts_held"]
    }
    period_form: {
      region: string
      region_name: string
      period: string
      owed: number
      sent: number
      rows: components["schemas"]["period_form_row"][]
      below: components["schemas"]["reporting_place"][]
    }
    period_form_row: {
      indicator: string
      name: string
      name_en?: string
      unit: string
      /** @enum {string} */
      group: "elderly" | "childcare" | "both"
      definition?: string
      definition_en?: string
      whole: boolean
      least?: number
      most?: number
      target?: components["schemas"]["target"]
      previous?: components["schemas"]["actual"]
      reported?: components["schemas"]["reading_row"]
      computed?: components["schemas"]["computed_value"]
      source: string
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
    reporting_place: {
      region: string
      name: string
      owed: number
      sent: number
      last_sent_at?: string
    }
    project_progress_list: {
      rows: components["schemas"]["project_progress"][]
      sums: components["schemas"]["project_sum"][]
    }
    project_progress: {
      /** @enum {string} */
      list: "elderly" | "childcare" | "both"
      number: string
      /** @enum {string} */
      stage?: "planned" | "started" | "finished" | "in_use"
      invested_fen: number
      beds_added: number
      slots_added: number
      started?: string
      finished?: string
      works: string[]
      steps: components["schemas"]["project_step"][]
      late: boolean
    }
    project_step: {
      /** @enum {string} */
      step: "foundation" | "structure" | "fit_out" | "equipment" | "acceptance"
      day: string
      share_done_percent: number
      due?: string
      done?: string
      late_days: number
    }
    project_sum: {
      /** @enum {string} */
      list: "elderly" | "childcare" | "both"
      projects: number
      begun: number
      finished: number
      late: number
      planned_fen: number
      invested_fen: number
      beds_planned: number
      beds_added: number
      slots_planned: number
      slots_added: number
    }
    report_list: {
      region: string
      region_name: string
      period: string
      due?: string
      owing: number
      sent: number
      approved: number
      rows: components["schemas"]["report_row"][]
    }
    report_row: {
      region: string
      region_name: string
      owed: number
      signed_values: number
      /** @enum {string} */
      state?: "draft" | "submitted" | "returned" | "approved" | "correcting"
      submitter?: string
      submitted_at?: string
      decided_at?: string
      remark?: string
      late: boolean
      may_decide: boolean
    }
    reminded: {
      places: number
    }
    report_answer: {
      region: string
      region_name: string
      period: string
      /** @enum {string} */
      state?: "draft" | "submitted" | "returned" | "approved" | "correcting"
      version: number
      values: components["schemas"]["draft_entry"][]
      submitter?: string
      submitted_at?: string
      decider?: string
      decided_at?: string
      remark?: string
      reason?: string
      due?: string
      late: boolean
      may: components["schemas"]["report_steps"]
    }
    draft_entry: {
      indicator: string
      value?: number
      source?: string
      counted_on?: string
    }
    report_steps: {
      fill: boolean
      submit: boolean
      recall: boolean
      decide: boolean
      correct: boolean
      at_once: boolean
    }
    bundle_list: {
      public_key?: string
      sent: components["schemas"]["bundle_row"][]
      taken: components["schemas"]["bundle_row"][]
      sources: components["schemas"]["bundle_source_row"][]
    }
    bundle_row: {
      plan: string
      region: string
      region_name: string
      number: number
      at: string
      values: number
    }
    bundle_source_row: {
      region: string
      name: string
      public_key: string
    }
    bundle_taken: {
      plan: string
      region: string
      number: number
      taken_before: boolean
      changed: number
    }
    circular_draft: {
      plan_title: string
      reports: components["schemas"]["report_list"]
      lights: components["schemas"]["light_counts"]
      columns: components["schemas"]["matrix_column"][]
      lagging: components["schemas"]["lagging_indicator"][]
    }
    lagging_indicator: {
      indicator: string
      name: string
      name_en?: string
      unit: string
      target?: components["schemas"]["target"]
      value?: number
      /** @enum {string} */
      light: "met" | "near" | "behind" | "not_reported" | "no_target"
      places: string[]
    }
    circular_row: {
      id: string
      region: string
      region_name: string
      period: string
      number: string
      title: string
      issuer: string
      issued_on: string
      paper_code: string
    }
    circular_list: {
      rows: components["schemas"]["circular_row"][]
    }
    reading_list: {
      rows: components["schemas"]["reading_row"][]
      total: number
      page: number
      page_rows: number
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
      documents: components["schemas"]["document"][]
      bodies: components["schemas"]["body_row"][]
      services: components["schemas"]["place_service"][]
      subsidies: components["schemas"]["subsidy"][]
      units: components["schemas"]["unit_row"][]
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
      /** @enum {string} */
      each?: "month" | "city" | "county" | "street" | "village"
      scope?: string
      /** @enum {string} */
      strength?: "must" | "strive" | "encourage" | "explore"
      baseline_comparator?: string
    }
    given_subject: {
      record: string
      label?: string
      times?: number
      facts: components["schemas"]["given_fact"][]
    }
    given_fact: {
      field: string
      value: string
    }
    benefits: {
      plan: string
      period: string
      subjects: components["schemas"]["benefit_subject"][]
      rows: components["schemas"]["benefit"][]
      questions: components["schemas"]["fact_needed"][]
    }
    benefit_subject: {
      record: string
      label: string
    }
    benefit: {
      number: string
      title: string
      title_en?: string
      /** @enum {string} */
      package: "elderly" | "childcare" | "both"
      category: string
      layer: string
      source: string
      document?: string
      summary?: string
      applicant?: string
      amount?: string
      papers: string[]
      office?: string
      telephone?: string
      time_limit?: string
      procedure?: string
      procedure_name?: string
      procedure_name_en?: string
      procedure_field?: string
      may_begin: boolean
      example: boolean
      unverified: boolean
      /** @enum {string} */
      verdict: "entitled" | "open" | "not_entitled" | "ask_office"
      results: components["schemas"]["benefit_result"][]
    }
    benefit_result: {
      subject: number
      /** @enum {string} */
      verdict: "entitled" | "open" | "not_entitled" | "ask_office"
      amount?: string
      every?: string
      needs: components["schemas"]["fact_needed"][]
      reasons?: string
    }
    fact_needed: {
      subject: number
      record: string
      field: string
      zh: string
      en: string
      unit: string
      /** @enum {string} */
      kind: "yes_no" | "choice" | "day" | "money" | "whole" | "measure" | "region" | "other"
      choices: components["schemas"]["fact_choice"][]
      decides: number
    }
    fact_choice: {
      value: string
      zh: string
      en: string
    }
    entitled_list: {
      plan: string
      region: string
      region_name: string
      period: string
      rows: components["schemas"]["entitled_policy"][]
    }
    entitled_policy: {
      number: string
      title: string
      title_en?: string
      record: string
      source: string
      procedure?: string
      example: boolean
      entitled: number
      undecided: number
    }
    entitled_worklist: {
      plan: string
      policy: string
      title: string
      title_en?: string
      record: string
      source: string
      procedure?: string
      procedure_field?: string
      region: string
      region_name: string
      period: string
      entitled: number
      without: number
      undecided: number
      streets: components["schemas"]["entitled_street"][]
      rows: components["schemas"]["entitled_row"][]
      page: number
      page_rows: number
    }
    entitled_street: {
      region: string
      region_name: string
      entitled: number
      without: number
    }
    entitled_row: {
      id: string
      name: string
      region: string
      region_name: string
    }
    evaluation_list: {
      schemes: components["schemas"]["evaluation_scheme"][]
      rounds: components["schemas"]["evaluation_round_line"][]
      may_open: boolean
    }
    evaluation_scheme: {
      evaluation: components["schemas"]["evaluation"]
      criteria: components["schemas"]["criterion"][]
      layer: string
    }
    evaluation: {
      key: string
      name: string
      name_en?: string
      /** @enum {string} */
      of: "country" | "province" | "city" | "county" | "street" | "village"
      full_mark: number
      report_within_days: number
      objection_days: number
      near_share: number
      late_share: number
      grades: components["schemas"]["evaluation_grade"][]
      used_for?: string
      used_for_en?: string
      note?: string
      source: string
      unverified: boolean
    }
    evaluation_grade: {
      name: string
      name_en?: string
      from: number
      preferred: boolean
    }
    criterion: {
      evaluation: string
      key: string
      name: string
      name_en?: string
      /** @enum {string} */
      by: "light" | "share" | "tasks" | "review"
      points: number
      indicator?: string
      asks?: string
      asks_en?: string
      note?: string
      source: string
      unverified: boolean
    }
    evaluation_round_line: {
      id: string
      version: number
      evaluation: string
      title: string
      year: number
      region: string
      region_name: string
      /** @enum {string} */
      state: "open" | "announced" | "published"
      opened_on: string
      report_due: string
      announced_on?: string
      objections_until?: string
      published_on?: string
      statement?: string
      places: number
      submitted: number
      reviewed: number
    }
    evaluation_round_detail: {
      head: components["schemas"]["evaluation_round_line"]
      scheme: components["schemas"]["evaluation_scheme"]
      places: components["schemas"]["evaluation_place_line"][]
      may_announce: boolean
      may_publish: boolean
    }
    evaluation_place_line: {
      region: string
      region_name: string
      id: string
      version: number
      /** @enum {string} */
      state: "open" | "submitted" | "returned" | "reviewed"
      late: boolean
      submitted_on?: string
      own_points?: number
      computed_points?: number
      points?: number
      rank?: number
      grade?: string
      grade_en?: string
      preferred: boolean
      money_share?: number
      objected: boolean
      answered: boolean
      accepted: boolean
    }
    evaluation_money_share: {
      region: string
      percent: number
    }
    evaluation_place_detail: {
      round: components["schemas"]["evaluation_round_line"]
      head: components["schemas"]["evaluation_place_line"]
      report_version: number
      summary?: string
      criteria: components["schemas"]["evaluation_criterion_row"][]
      tasks: components["schemas"]["evaluation_task_line"][]
      evidence: components["schemas"]["evaluation_evidence_line"][]
      remark?: string
      objection?: string
      answer?: string
      objected_on?: string
      answered_on?: string
      accepted_on?: string
      may: components["schemas"]["evaluation_place_steps"]
    }
    evaluation_criterion_row: {
      criterion: components["schemas"]["criterion"]
      unit: string
      score: components["schemas"]["criterion_score"]
      own_points?: number
      own_text?: string
    }
    criterion_score: {
      criterion: string
      full_points: number
      value?: number
      value_period?: string
      from_registers: boolean
      target?: components["schemas"]["target"]
      /** @enum {string} */
      light?: "met" | "near" | "behind" | "not_reported" | "no_target"
      tasks_due: number
      tasks_in_time: number
      tasks_late: number
      computed?: number
      points?: number
      reason?: string
    }
    evaluation_task_line: {
      task: components["schemas"]["evaluation_due_task"]
      not_here: boolean
      done_on?: string
      text?: string
    }
    evaluation_due_task: {
      key: string
      title: string
      title_en?: string
      due: string
      source: string
    }
    evaluation_evidence_line: {
      id: string
      criterion: string
      title: string
    }
    evaluation_place_steps: {
      fill: boolean
      submit: boolean
      give_back: boolean
      review: boolean
      object: boolean
      accept: boolean
      answer: boolean
    }
    evaluation_report: {
      summary?: string
      answers: components["schemas"]["evaluation_answer"][]
      tasks: components["schemas"]["evaluation_task_answer"][]
    }
    evaluation_answer: {
      criterion: string
      own_points?: number
      text?: string
    }
    evaluation_task_answer: {
      key: string
      not_here: boolean
      done_on?: string
      text?: string
    }
    given_points: {
      criterion: string
      points?: number
      reason?: string
    }
    public_evaluations: {
      rows: components["schemas"]["public_evaluation"][]
    }
    public_evaluation: {
      title: string
      year: number
      region_name: string
      published_on: string
      full_mark: number
      statement?: string
      used_for?: string
      used_for_en?: string
      source: string
      unverified: boolean
      places: components["schemas"]["public_evaluation_place"][]
    }
    public_evaluation_place: {
      region_name: string
      rank: number
      points: number
      grade?: string
      grade_en?: string
      preferred: boolean
      money_share?: number
    }
    levers: {
      period: string
      region: string
      totals: components["schemas"]["lever_total"][]
      parameters: components["schemas"]["lever"][]
      rules: components["schemas"]["rule_lever"][]
    }
    lever_total: {
      key: string
      name: string
      unit: string
      record: string
      source: string
      money: boolean
      example: boolean
    }
    lever: {
      key: string
      name: string
      layer: string
      source: string
      document: string
      from: string
      /** @enum {string} */
      kind: "number" | "yes_no" | "other"
      table: boolean
      example: boolean
      rows: components["schemas"]["lever_row"][]
      totals: string[]
    }
    lever_row: {
      key: string
      label: string
      value: string
      number?: number
      unit: string
    }
    rule_lever: {
      key: string
      name: string
      layer: string
      source: string
      record: string
      expression: string
      example: boolean
      totals: string[]
    }
    what_if_variant: {
      name: string
      parameters: components["schemas"]["parameter_change"][]
      rules: components["schemas"]["rule_change"][]
    }
    parameter_change: {
      key: string
      from?: string
      rows: components["schemas"]["amount_row"][]
    }
    amount_row: {
      key: string
      value: string
    }
    rule_change: {
      key: string
      expression: string
    }
    comparison: {
      plan: string
      region: string
      region_name: string
      period: string
      /** @enum {string} */
      level: "country" | "province" | "city" | "county" | "street" | "village"
      journal_sequence: number
      as_of: string
      variants: components["schemas"]["variant_answer"][]
    }
    variant_answer: {
      name: string
      refusals: components["schemas"]["variant_refusal"][]
      totals: components["schemas"]["changed_total"][]
    }
    variant_refusal: {
      place: string
      code: string
      message: string
    }
    changed_total: {
      key: string
      name: string
      unit: string
      record: string
      money: boolean
      touched: boolean
      whole: components["schemas"]["change_row"]
      rows: components["schemas"]["change_row"][]
    }
    change_row: {
      region: string
      region_name: string
      before?: number
      after?: number
      difference?: number
      reach_before?: number
      reach_after?: number
      gain?: number
      lose?: number
    }
    what_if_groups: {
      total: string
      record: string
      unit: string
      reached: number
      rows: components["schemas"]["what_if_groups_of_fact"][]
    }
    what_if_groups_of_fact: {
      field: string
      zh: string
      en: string
      rows: components["schemas"]["what_if_group"][]
    }
    what_if_group: {
      zh: string
      en: string
      unknown: boolean
      before?: number
      after?: number
      reach_before: number
      reach_after: number
      gain: number
      lose: number
    }
    what_if_years: {
      total: string
      unit: string
      region: string
      region_name: string
      rows: components["schemas"]["what_if_year"][]
      before?: number
      after?: number
      difference?: number
      without_age: number
    }
    what_if_year: {
      period: string
      before?: number
      after?: number
      difference?: number
      reach_before: number
      reach_after: number
      people: number
    }
    proposal_line: {
      id: string
      version: number
      title: string
      reason?: string
      region: string
      region_name: string
      period: string
      /** @enum {string} */
      state: "open" | "carried" | "withdrawn"
      made_by_name: string
      made_at: string
      carried_by_name?: string
      carried_at?: string
    }
    proposal_list: {
      rows: components["schemas"]["proposal_line"][]
    }
    proposal_detail: {
      head: components["schemas"]["proposal_line"]
      variant: components["schemas"]["what_if_variant"]
      result: components["schemas"]["variant_answer"]
    }
    plan_difference: {
      file: string
      digest: string
      lines: components["schemas"]["plan_line"][]
    }
    plan_line: {
      /** @enum {string} */
      kind: "same" | "removed" | "added"
      number: number
      text: string
    }
    record_descriptions: {
      records: components["schemas"]["record_description"][]
    }
    record_description: {
      record: string
      path: string
      zh: string
      en: string
      may: components["schemas"]["record_rights"]
      title?: string
      ends?: string
      key: string[]
      searchable: boolean
      fields: components["schemas"]["field_description"][]
      children: components["schemas"]["children_description"][]
      files: components["schemas"]["file_field_description"][]
    }
    record_rights: {
      create: boolean
      change: boolean
      end: boolean
      remove: boolean
      import: boolean
      export_rows: boolean
      unmask: boolean
    }
    field_description: {
      name: string
      zh: string
      en: string
      unit: string
      source: string
      kind: string
      required: boolean
      choices: components["schemas"]["choice_description"][]
      references?: string
      privacy: string
      masked: boolean
      group_zh: string
      group_en: string
      filter: boolean
      sort: boolean
      listed: boolean
      fixed: boolean
      writable: boolean
      within?: string
      tail: boolean
      follows?: string
    }
    choice_description: {
      value: string
      zh: string
      en: string
    }
    children_description: {
      record: string
      field: string
      zh: string
      en: string
      path: string
    }
    file_field_description: {
      name: string
      zh: string
      en: string
      kinds: ("jpeg" | "png" | "webp" | "heic" | "pdf" | "docx" | "xlsx" | "odt" | "txt" | "csv")[]
      bytes_max: number
      count_max: number
    }
    register_resident: {
      id: string
      version: number
      region: string
      name?: string
      id_number?: string
      born?: string
      /** @enum {string} */
      sex?: "male" | "female"
      /** @enum {string} */
      paper?: "id_card" | "birth_certificate" | "passport" | "home_return_permit" | "residence_permit" | "none"
      paper_number?: string
      phone?: string
      languages?: string
      hukou?: string
      household?: string
      arrangement?: string
      care_grade?: string
      monthly_income?: string
      hardship_destitute?: string
      hardship_low_income?: string
      hardship_disabled?: string
      hardship_lives_alone?: string
      hardship_empty_nest?: string
      hardship_left_behind?: string
      hardship_lost_only_child?: string
      hardship_merit?: string
      wants_institution?: boolean
      in_institution?: boolean
      institution?: string
      volunteer?: boolean
      family_doctor?: boolean
      health_record?: boolean
      insured_accident?: boolean
      child_health_newborn_visited?: string
      child_health_system_managed?: string
      child_health_health_managed?: string
      child_health_metabolic_screened?: string
      child_health_eyes_checked?: string
      child_health_vaccinated?: string
      child_health_family_guided?: string
      moved_out?: string
      /** @enum {string} */
      left_because?: "died" | "moved"
      synthetic?: boolean
    }
    field_difference: {
      field: string
      zh: string
      en: string
      before_zh?: string
      before_en?: string
      after_zh?: string
      after_en?: string
    }
    register_history_entry: {
      sequence: string
      at: string
      who: string
      door: string
      /** @enum {string} */
      action: "insert" | "update" | "remove"
      changes: components["schemas"]["field_difference"][]
    }
    register_dated_line: {
      field: string
      record: string
      values: {
        id: string
        from: string
        zh: string
        en: string
      }[]
    }
    records_import: {
      rows: number
      added: number
      changed: number
      unchanged: number
      refused: number
      stored: boolean
      refusals: components["schemas"]["sheet_refusal"][]
      differences: components["schemas"]["row_difference"][]
    }
    sheet_refusal: {
      place: string
      code: string
      message: string
    }
    row_difference: {
      line: number
      action: string
      title: string
      changes: components["schemas"]["field_difference"][]
    }
    job_row: {
      id: string
      kind: string
      title: string
      title_en: string
      page: string
      /** @enum {string} */
      state: "queued" | "running" | "done" | "failed" | "cancelled" | "interrupted"
      cancel_asked: boolean
      mine: boolean
      account_name: string
      phase: string
      steps_done: number
      steps_whole: number
      asked_at: string
      started_at?: string
      ended_at?: string
      files_until?: string
      result_name?: string
      result_bytes?: number
      files_gone: boolean
      refusals: components["schemas"]["job_problem"][]
    }
    job_problem: {
      place: string
      code: string
      message: string
    }
    sheet_look: {
      rows: number
      fits: boolean
      columns: components["schemas"]["sheet_column_look"][]
      mapping?: components["schemas"]["mapping_row"]
    }
    sheet_column_look: {
      header: string
      field: string
      sure: boolean
      samples: string[]
    }
    mapping_row: {
      id: string
      name: string
      columns: components["schemas"]["mapped_column"][]
    }
    mapped_column: {
      header: string
      field: string
      /** @enum {string} */
      day_form: "as_typed" | "day_month_year" | "month_day_year" | "eight_digits"
      codes: components["schemas"]["mapped_code"][]
    }
    mapped_code: {
      theirs: string
      ours: string
    }
    mapping_rows: {
      rows: components["schemas"]["mapping_row"][]
    }
    register_assessment: {
      id: string
      version: number
      region: string
      resident?: string
      day?: string
      score?: string
      grade?: string
      synthetic?: boolean
    }
    register_contact: {
      id: string
      version: number
      region: string
      resident?: string
      person?: string
      name?: string
      /** @enum {string} */
      relation?: "guardian" | "parent" | "child" | "spouse" | "relative" | "neighbour" | "village_worker" | "other"
      phone?: string
      first?: boolean
      ended?: string
      synthetic?: boolean
    }
    register_household: {
      id: string
      version: number
      region: string
      /** @enum {string} */
      kind?: "family" | "collective"
      address?: string
      ended?: string
      synthetic?: boolean
    }
    register_residence: {
      id: string
      version: number
      region: string
      resident?: string
      /** @enum {string} */
      kind?: "home" | "relatives" | "hospital" | "institution" | "away" | "abroad"
      address?: string
      from?: string
      until?: string
      synthetic?: boolean
    }
    register_standing: {
      id: string
      version: number
      region: string
      resident?: string
      kind?: string
      grade?: string
      document?: string
      issuer?: string
      from?: string
      until?: string
      synthetic?: boolean
    }
    register_consent: {
      id: string
      version: number
      region: string
      resident?: string
      /** @enum {string} */
      purpose?: "data_sharing" | "monitoring" | "photos" | "family_access" | "treatment"
      given_by?: string
      from?: string
      until?: string
      synthetic?: boolean
    }
    register_device: {
      id: string
      version: number
      region: string
      resident?: string
      /** @enum {string} */
      kind?: "call_button" | "bed_monitor" | "gas_alarm" | "smoke_alarm" | "water_meter" | "door_sensor" | "positioning"
      number?: string
      installed?: string
      removed?: string
      synthetic?: boolean
    }
    register_stay: {
      id: string
      version: number
      region: string
      resident?: string
      institution?: string
      /** @enum {string} */
      kind?: "residential" | "respite" | "day_care" | "nursery" | "hospital"
      bed?: string
      from?: string
      until?: string
      monthly_fee?: number
      synthetic?: boolean
    }
    register_attendance: {
      id: string
      version: number
      region: string
      resident?: string
      institution?: string
      month?: string
      days_present?: number
      days_open?: number
      synthetic?: boolean
    }
    register_child_health_event: {
      id: string
      version: number
      region: string
      resident?: string
      /** @enum {string} */
      kind?: "newborn_visit" | "system_management" | "health_management" | "metabolic_screening" | "eye_check" | "vaccination" | "family_guidance"
      day?: string
      institution?: string
      item?: string
      finding?: string
      synthetic?: boolean
    }
    register_institution: {
      id: string
      version: number
      region: string
      name?: string
      credit_code?: string
      platform_number?: string
      /** @enum {string} */
      kind?: "elderly_home" | "dementia_home" | "county_centre" | "street_centre" | "community_station" | "day_care" | "canteen" | "mutual_aid_point" | "nursery" | "kindergarten_class" | "family_childcare" | "hospital" | "training_base" | "wellness_base" | "senior_university" | "nursing_room"
      address?: string
      phone?: string
      longitude?: number
      latitude?: number
      run_by?: string
      chain?: string
      /** @enum {string} */
      operated_by?: "government" | "public_private" | "private_nonprofit" | "private_profit"
      inclusive?: boolean
      demonstration?: boolean
      filed?: boolean
      serves_destitute_disabled?: boolean
      stars?: number
      /** @enum {string} */
      credit?: "a" | "b" | "c" | "d"
      /** @enum {string} */
      medical?: "none" | "contracted" | "inside"
      floor_area_m2?: number
      monthly_fee?: number
      market_fee?: number
      leased_premises?: boolean
      fire_approved?: boolean
      opened?: string
      closed?: string
      synthetic?: boolean
      x_karamay_dining_table?: boolean
    }
    register_bed: {
      id: string
      version: number
      region: string
      institution?: string
      resident?: string
      nursing?: boolean
      inclusive?: boolean
      family?: boolean
      occupied?: boolean
      opened?: string
      closed?: string
      synthetic?: boolean
    }
    register_slot: {
      id: string
      version: number
      region: string
      institution?: string
      inclusive?: boolean
      occupied?: boolean
      opened?: string
      closed?: string
      synthetic?: boolean
    }
    register_care_class: {
      id: string
      version: number
      region: string
      institution?: string
      /** @enum {string} */
      kind?: "infant" | "small" | "large" | "mixed"
      slots?: number
      opened?: string
      closed?: string
      synthetic?: boolean
    }
    register_permit: {
      id: string
      version: number
      region: string
      institution?: string
      /** @enum {string} */
      kind?: "licence" | "filing" | "fire_safety" | "food_service" | "health" | "insurance" | "premises"
      number?: string
      issuer?: string
      issued?: string
      expires?: string
      synthetic?: boolean
    }
    register_price: {
      id: string
      version: number
      region: string
      institution?: string
      item?: string
      amount?: number
      /** @enum {string} */
      per?: "hour" | "half_day" | "day" | "month" | "meal" | "time"
      from?: string
      until?: string
      synthetic?: boolean
    }
    register_offer: {
      id: string
      version: number
      region: string
      institution?: string
      /** @enum {string} */
      kind?: "full_day" | "half_day" | "hourly" | "occasional" | "residential" | "day_care" | "meals" | "bathing" | "cleaning" | "rehabilitation" | "home_visit" | "respite" | "training" | "guidance"
      hours?: string
      from?: string
      until?: string
      synthetic?: boolean
    }
    register_operating_contract: {
      id: string
      version: number
      region: string
      institution?: string
      run_by?: string
      credit_code?: string
      from?: string
      until?: string
      yearly_fee?: number
      terms?: string
      performance?: string
      synthetic?: boolean
    }
    register_staff: {
      id: string
      version: number
      region: string
      institution?: string
      name?: string
      id_number?: string
      phone?: string
      /** @enum {string} */
      role?: "head" | "elderly_carer" | "child_carer" | "social_worker" | "nurse" | "doctor" | "cook" | "guard" | "other"
      certified?: boolean
      barred?: boolean
      trained_on?: string
      started?: string
      left?: string
      synthetic?: boolean
    }
    register_certificate: {
      id: string
      version: number
      region: string
      staff?: string
      institution?: string
      /** @enum {string} */
      kind?: "elderly_carer" | "child_carer" | "infant_carer" | "nurse" | "doctor" | "social_worker" | "guard" | "health" | "assessor"
      grade?: number
      number?: string
      issued?: string
      expires?: string
      synthetic?: boolean
    }
    register_work_ban: {
      id: string
      version: number
      region: string
      name?: string
      id_number?: string
      grounds?: string
      decided_by?: string
      from?: string
      until?: string
      synthetic?: boolean
    }
    register_visit: {
      id: string
      version: number
      region: string
      resident?: string
      staff?: string
      /** @enum {string} */
      kind?: "hardship" | "family_bed" | "home_care" | "newborn"
      day?: string
      length?: number
      danger_found?: boolean
      synthetic?: boolean
    }
    register_service_order: {
      id: string
      version: number
      region: string
      resident?: string
      institution?: string
      /** @enum {string} */
      kind?: "meal" | "cleaning" | "bathing" | "nursing" | "company" | "transport" | "other"
      day?: string
      price?: number
      government_pays?: number
      synthetic?: boolean
    }
    register_home_adaptation: {
      id: string
      version: number
      region: string
      resident?: string
      finished?: string
      cost?: number
      synthetic?: boolean
    }
    register_training: {
      id: string
      version: number
      region: string
      staff?: string
      /** @enum {string} */
      role?: "head" | "elderly_carer" | "child_carer" | "social_worker" | "nurse" | "doctor" | "cook" | "guard" | "other"
      day?: string
      free_of_charge?: boolean
      synthetic?: boolean
    }
    register_locality: {
      id: string
      version: number
      region: string
      /** @enum {string} */
      kind?: "urban_community" | "village" | "street" | "township" | "county" | "city"
      population?: number
      households?: number
      elderly_facility?: boolean
      home_care_covered?: boolean
      day_care_covered?: boolean
      regional_centre?: boolean
      childcare_covered?: boolean
      childcare_standard_met?: boolean
      adapts_destitute_homes?: boolean
      cares_disabled_destitute?: boolean
      synthetic?: boolean
    }
    register_development: {
      id: string
      version: number
      region: string
      name?: string
      newly_built?: boolean
      households?: number
      elderly_area_m2?: number
      childcare_area_m2?: number
      childcare_slots?: number
      planned_together?: boolean
      built_together?: boolean
      accepted_together?: boolean
      handed_over_together?: boolean
      accepted?: string
      synthetic?: boolean
    }
    register_construction: {
      id: string
      version: number
      region: string
      project?: string
      /** @enum {string} */
      stage?: "planned" | "started" | "finished" | "in_use"
      invested?: number
      beds_added?: number
      slots_added?: number
      started?: string
      finished?: string
      synthetic?: boolean
    }
    register_construction_step: {
      id: string
      version: number
      region: string
      construction?: string
      /** @enum {string} */
      step?: "foundation" | "structure" | "fit_out" | "equipment" | "acceptance"
      day?: string
      share_done_percent?: number
      due?: string
      done?: string
      longitude?: number
      latitude?: number
      note?: string
      synthetic?: boolean
    }
    register_fund_use: {
      id: string
      version: number
      region: string
      /** @enum {string} */
      source?: "welfare_lottery" | "budget" | "central_budget" | "other"
      /** @enum {string} */
      purpose?: "elderly_care" | "childcare" | "other"
      day?: string
      amount?: number
      synthetic?: boolean
    }
    register_reach_count: {
      id: string
      version: number
      region: string
      measure?: string
      from?: string
      until?: string
      people?: number
      reached?: number
      not_reached?: number
      instead_m?: number
      people_day?: string
      synthetic?: boolean
    }
    register_account_unit: {
      id: string
      version: number
      region: string
      name?: string
      /** @enum {string} */
      kind?: "department" | "street" | "village" | "institution" | "family"
      institution?: string
      household?: string
      closed?: string
    }
    register_price_survey: {
      id: string
      version: number
      region: string
      institution?: string
      month?: string
      monthly_fee?: number
      includes?: string
      synthetic?: boolean
    }
    register_inspector: {
      id: string
      version: number
      region: string
      number?: string
      powers?: string
      most_visits?: number
      left?: string
      synthetic?: boolean
    }
    register_inspector_conflict: {
      id: string
      version: number
      region: string
      inspector?: string
      institution?: string
      run_by?: string
      ground?: string
      ended?: string
      synthetic?: boolean
    }
    register_inspection: {
      id: string
      version: number
      region: string
      institution?: string
      day?: string
      found?: string
      synthetic?: boolean
    }
    register_subsidy_run: {
      id: string
      version: number
      region: string
      plan?: string
      subsidy?: string
      name?: string
      period?: string
      attempt?: number
      /** @enum {string} */
      state?: "computing" | "draft" | "county" | "city" | "approved" | "sent" | "settled" | "withdrawn"
      journal_sequence?: number
      looked_at?: number
      entitled?: number
      paid?: number
      undecided?: number
      held?: number
      total?: number
      inputs_digest?: string
      file_digest?: string
      frozen?: number
      made_by?: number
      made_at?: string
      job?: number
      trouble?: string
      approval_case?: number
    }
    register_subsidy_payment: {
      id: string
      version: number
      region: string
      run?: string
      subsidy?: string
      period?: string
      subject?: number
      resident?: string
      institution?: string
      entitled?: number
      correction?: number
      recovered?: number
      amount?: number
      /** @enum {string} */
      state?: "due" | "held" | "dropped" | "paid" | "refused"
      account_name?: string
      account_number?: string
      bank_name?: string
      bank_reason?: string
    }
    register_payment_hold: {
      id: string
      version: number
      region: string
      run?: string
      payment?: string
      resident?: string
      /** @enum {string} */
      check?: "deceased" | "moved" | "two_places" | "double_claim" | "over_capacity" | "shared_account" | "absence" | "unusual" | "no_account"
      evidence?: string
      /** @enum {string} */
      state?: "open" | "released" | "dropped"
      decided_by?: number
      note?: string
    }
    register_undecided_claim: {
      id: string
      version: number
      region: string
      run?: string
      subject?: number
      resident?: string
      missing?: string
    }
    register_payment_correction: {
      id: string
      version: number
      region: string
      run?: string
      of_run?: string
      of_period?: string
      subject?: number
      amount?: number
      facts?: string
    }
    register_recovery: {
      id: string
      version: number
      region: string
      subsidy?: string
      subject?: number
      resident?: string
      amount?: number
      left?: number
      cause?: string
      from_run?: string
      opened?: string
      closed?: string
    }
    register_payee_account: {
      id: string
      version: number
      region: string
      resident?: string
      institution?: string
      account_name?: string
      account_number?: string
      bank_name?: string
      from?: string
      until?: string
      synthetic?: boolean
    }
    register_evaluation_round: {
      id: string
      version: number
      region: string
      plan?: string
      evaluation?: string
      title?: string
      year?: number
      /** @enum {string} */
      state?: "open" | "announced" | "published"
      opened_on?: string
      report_due?: string
      announced_on?: string
      objections_until?: string
      published_on?: string
      statement?: string
    }
    register_place_evaluation: {
      id: string
      version: number
      region: string
      round?: string
      title?: string
      /** @enum {string} */
      state?: "open" | "submitted" | "returned" | "reviewed"
      submitted_by?: number
      submitted_on?: string
      remark?: string
      reviewed_by?: number
      reviewed_on?: string
      objection?: string
      objected_on?: string
      answer?: string
      answered_on?: string
      accepted_on?: string
    }
    register_evaluation_evidence: {
      id: string
      version: number
      region: string
      place_evaluation?: string
      criterion?: string
      title?: string
      note?: string
    }
    register_standard_address: {
      id: string
      version: number
      region: string
      road?: string
      number?: string
      estate?: string
      building?: string
      longitude?: number
      latitude?: number
      /** @enum {string} */
      use?: "dwelling" | "care" | "business" | "public_place" | "other"
      source?: string
      ended?: string
      synthetic?: boolean
    }
    file_list: {
      files: components["schemas"]["file_shown"][]
    }
    file_shown: {
      id: string
      field: string
      name: string
      /** @enum {string} */
      kind: "jpeg" | "png" | "webp" | "heic" | "pdf" | "docx" | "xlsx" | "odt" | "txt" | "csv"
      size_bytes: number
      thumbnail: boolean
      width_px?: number
      height_px?: number
      uploaded_by: string
      uploaded_at: string
    }
    procedure_lines: {
      procedures: components["schemas"]["shown_procedure_line"][]
    }
    shown_procedure_line: {
      procedure: string
      layer: string
      version: string
      steps_count: number
      zh: string
      en: string
      /** @enum {string} */
      mark: "sourced" | "unverified" | "example"
      summary_zh: string
      summary_en: string
      about?: string
      source?: string
      mine?: boolean
      anyone?: boolean
    }
    shown_procedure: {
      procedure: string
      layer: string
      version: string
      steps_count: number
      zh: string
      en: string
      /** @enum {string} */
      mark: "sourced" | "unverified" | "example"
      from: string
      applicants: string[]
      anyone: boolean
      offices: {
        key: string
        zh: string
        en: string
        roles?: string[]
        /** @enum {string} */
        power?: "plan_read" | "values_report" | "accounts_manage" | "plans_reload" | "journal_read" | "journal_verify" | "places_read" | "places_write" | "staff_read" | "staff_write" | "people_read" | "people_write" | "people_unmask" | "services_read" | "services_write" | "projects_read" | "projects_write" | "sheets_export" | "values_sign" | "funds_read" | "funds_write" | "funds_approve" | "budget_exceed"
        /** @enum {string} */
        level?: "country" | "province" | "city" | "county" | "street" | "village"
      }[]
      form: {
        groups: {
          key: string
          zh: string
          en: string
          by_office: boolean
          help_zh?: string
          help_en?: string
        }[]
        fields: {
          key: string
          zh: string
          en: string
          /** @enum {string} */
          kind: "text" | "long_text" | "whole" | "measure" | "money" | "share" | "yes_no" | "day" | "period" | "choice" | "region" | "reference" | "id_number" | "credit_code" | "phone"
          required: boolean
          many: boolean
          /** @enum {string} */
          privacy: "open" | "personal" | "sensitive"
          group: string
          help_zh?: string
          help_en?: string
          says_zh?: string
          says_en?: string
          when?: string
          when_rule?: number
          check?: string
          check_rule?: number
          /** @enum {string} */
          mark?: "sourced" | "unverified" | "example"
          source?: string
          unit?: string
          register?: string
          from?: string
          example?: string
          choices?: {
            value: string
            zh: string
            en: string
          }[]
        }[]
      }
      papers: {
        key: string
        zh: string
        en: string
        required: boolean
        many: boolean
        /** @enum {string} */
        mark: "sourced" | "unverified" | "example"
        help_zh?: string
        help_en?: string
        when?: string
        when_rule?: number
        must_say?: string
        source?: string
      }[]
      steps: {
        key: string
        zh: string
        en: string
        transfer: boolean
        parts: {
          key: string
          zh: string
          en: string
          office: string
          when?: string
          when_rule?: number
          reads?: string[]
          term?: {
            within: {
              count: number
              /** @enum {string} */
              unit: "working_days" | "calendar_days" | "half_days" | "hours" | "minutes"
              zh: string
              en: string
            }
            from_submission: boolean
            /** @enum {string} */
            mark: "sourced" | "unverified" | "example"
            remind?: {
              count: number
              /** @enum {string} */
              unit: "working_days" | "calendar_days" | "half_days" | "hours" | "minutes"
              zh: string
              en: string
            }
            /** @enum {string} */
            escalates_to?: "country" | "province" | "city" | "county" | "street" | "village"
            then?: string
            extension?: {
              count: number
              /** @enum {string} */
              unit: "working_days" | "calendar_days" | "half_days" | "hours" | "minutes"
              zh: string
              en: string
            }
            source?: string
          }
        }[]
        decisions: {
          key: string
          zh: string
          en: string
          needs_text: boolean
          changes_registers: boolean
          published: boolean
          /** @enum {string} */
          mark?: "sourced" | "unverified" | "example"
          source?: string
          next?: string
          ending?: string
          document?: string
          offices?: string[]
          reasons?: {
            key: string
            zh: string
            en: string
            source?: string
          }[]
        }[]
        /** @enum {string} */
        mark: "sourced" | "unverified" | "example"
        help_zh?: string
        help_en?: string
        when?: string
        when_rule?: number
        otherwise?: string
        records?: string
        /** @enum {string} */
        joined?: "all" | "any" | "lead"
        lead?: string
        asking?: {
          within: {
            count: number
            /** @enum {string} */
            unit: "working_days" | "calendar_days" | "half_days" | "hours" | "minutes"
            zh: string
            en: string
          }
          times: number
          ending: string
          reasons: {
            key: string
            zh: string
            en: string
            source?: string
          }[]
          zh: string
          en: string
          /** @enum {string} */
          mark: "sourced" | "unverified" | "example"
          source?: string
        }
        notice?: {
          within: {
            count: number
            /** @enum {string} */
            unit: "working_days" | "calendar_days" | "half_days" | "hours" | "minutes"
            zh: string
            en: string
          }
          shows: string[]
          /** @enum {string} */
          mark: "sourced" | "unverified" | "example"
          source?: string
        }
        source?: string
      }[]
      endings: {
        key: string
        zh: string
        en: string
        good: boolean
      }[]
      documents: {
        key: string
        zh: string
        en: string
        text: string
        /** @enum {string} */
        mark: "sourced" | "unverified" | "example"
        source?: string
      }[]
      remedies: {
        key: string
        zh: string
        en: string
        within: {
          count: number
          /** @enum {string} */
          unit: "working_days" | "calendar_days" | "half_days" | "hours" | "minutes"
          zh: string
          en: string
        }
        endings: string[]
        /** @enum {string} */
        mark: "sourced" | "unverified" | "example"
        to_zh?: string
        to_en?: string
        procedure?: string
        source?: string
      }[]
      about?: string
      source?: string
      mine?: boolean
      summary_zh?: string
      summary_en?: string
      until?: string
      decides_about?: {
        record: string
        of: string
      }
      withdraw?: {
        ending: string
        not_in: string[]
      }
      suspend?: {
        reasons: {
          key: string
          zh: string
          en: string
          source?: string
        }[]
      }
      merge?: {
        ending: string
      }
      rating?: {
        low: number
        call_back: {
          count: number
          /** @enum {string} */
          unit: "working_days" | "calendar_days" | "half_days" | "hours" | "minutes"
          zh: string
          en: string
        }
        office: string
        /** @enum {string} */
        mark: "sourced" | "unverified" | "example"
        source?: string
      }
    }
    own_cases: {
      rows: components["schemas"]["case_line"][]
    }
    case_line: {
      id: string
      version: number
      number: string
      region: string
      region_name: string
      procedure: string
      zh: string
      en: string
      /** @enum {string} */
      phase: "draft" | "running" | "asked" | "suspended" | "ended"
      step: string
      step_name?: components["schemas"]["case_name"]
      ending: string
      ending_name?: components["schemas"]["case_name"]
      good?: boolean
      opened: string
      submitted?: string
      ended?: string
      due?: string
      last_day?: string
      late?: boolean
      rating: number
      code?: string
      part?: string
      since?: string
      in_place_of?: string
    }
    case_name: {
      zh: string
      en: string
    }
    case_worklist: {
      rows: components["schemas"]["case_line"][]
      more: boolean
    }
    case_calendar: {
      days: components["schemas"]["case_calendar_day"][]
      before: number
    }
    case_calendar_day: {
      day: string
      count: number
      works: boolean
    }
    case_statistics: {
      rows: components["schemas"]["case_statistics_row"][]
      steps?: components["schemas"]["case_step_statistics"][]
      reasons?: components["schemas"]["case_reason_count"][]
      from: string
      until: string
      region_name: string
    }
    case_statistics_row: {
      key: string
      zh: string
      en: string
      handed_in: number
      open: number
      late: number
      ended: number
      good: number
      in_term: number
      rated: number
      low: number
      days_median: number | null
      days_p90: number | null
      rating: number | null
    }
    case_step_statistics: {
      key: string
      zh: string
      en: string
      count: number
      days_median: number | null
      days_p90: number | null
      returned: number
    }
    case_reason_count: {
      zh: string
      en: string
      count: number
    }
    case_shown_part: {
      part: string
      zh: string
      en: string
      decision: string
      by_silence: boolean
      passed: boolean
      unit: string
      office?: components["schemas"]["case_keyed_name"]
      due?: string
      last_day?: string
      without_notice?: boolean
      late?: boolean
      term?: components["schemas"]["case_term"]
    }
    case_keyed_name: {
      key: string
      zh: string
      en: string
    }
    case_term: {
      count: number
      /** @enum {string} */
      unit: "working_days" | "calendar_days" | "half_days" | "hours" | "minutes"
      zh: string
      en: string
      used: number
      left: number
    }
    case_stop: {
      from: string
      until?: string
    }
    case_applicant: {
      mine: boolean
      name: string
    }
    case_shown_act: {
      /** @enum {string} */
      act: "submit" | "supply" | "decide" | "ask" | "extend" | "transfer" | "suspend" | "resume" | "withdraw" | "merge" | "object" | "remind" | "pass" | "rate" | "call_back" | "appeal" | "move"
      part: string
      decision: string
      zh: string
      en: string
      office: components["schemas"]["case_keyed_name"]
      mine: boolean
    }
    case_paper_place: {
      kinds: ("jpeg" | "png" | "webp" | "heic" | "pdf" | "docx" | "xlsx" | "odt" | "txt" | "csv")[]
      bytes_max: number
      count_max: number
    }
    case_shown_document: {
      id: string
      key: string
      zh: string
      en: string
      code: string
      issued: string
      personal: boolean
      text?: string
    }
    case_shown_event: {
      serial: number
      at: string
      /** @enum {string} */
      act: "submit" | "supply" | "decide" | "ask" | "extend" | "transfer" | "suspend" | "resume" | "withdraw" | "merge" | "object" | "remind" | "pass" | "rate" | "call_back" | "appeal" | "move"
      step: string
      part: string
      decision: string
      zh: string
      en: string
      step_name?: components["schemas"]["case_name"]
      who: string
      in_place_of?: string
      text: string
      reasons: string[]
    }
    linked_case: {
      id: string
      number: string
      zh?: string
      en?: string
    }
    case_page: {
      parts: components["schemas"]["case_shown_part"][]
      stops: components["schemas"]["case_stop"][]
      objections: number
      applicant: components["schemas"]["case_applicant"]
      acts: components["schemas"]["case_shown_act"][]
      values: {
        [key: string]: unknown
      }
      masked: boolean
      may_unmask: boolean
      papers: {
        [key: string]: string[]
      }
      paper_place: components["schemas"]["case_paper_place"]
      may_add_papers: boolean
      holds: string
      documents: components["schemas"]["case_shown_document"][]
      events: components["schemas"]["case_shown_event"][]
      follows?: components["schemas"]["linked_case"]
      merged_into?: components["schemas"]["linked_case"]
      followed_by: components["schemas"]["linked_case"][]
      procedure: components["schemas"]["shown_procedure"]
      in_place_of?: string
      case: components["schemas"]["case_line"]
    }
    case_batch_done: {
      done: number
    }
    verified_document: {
      zh: string
      en: string
      issued: string
      digest: string
      region_name: string
    }
    case_revealed: {
      values: {
        [key: string]: unknown
      }
    }
    case_colleagues: {
      units: components["schemas"]["case_unit"][]
    }
    case_unit: {
      unit: string
      name: string
      people: components["schemas"]["case_account"][]
    }
    case_account: {
      account: string
      name: string
    }
    case_absences: {
      own: components["schemas"]["case_shown_absence"][]
      in_place_of: components["schemas"]["case_shown_absence"][]
      colleagues: components["schemas"]["case_account"][]
    }
    case_shown_absence: {
      id: string
      who: string
      deputy: string
      from: string
      until: string
    }
    case_moves: {
      rows: components["schemas"]["case_move_line"][]
    }
    case_move_line: {
      id: string
      version: number
      number: string
      region: string
      region_name: string
      procedure: string
      zh: string
      en: string
      /** @enum {string} */
      phase: "draft" | "running" | "asked" | "suspended" | "ended"
      step: string
      step_name?: components["schemas"]["case_name"]
      ending: string
      ending_name?: components["schemas"]["case_name"]
      good?: boolean
      opened: string
      submitted?: string
      ended?: string
      due?: string
      last_day?: string
      late?: boolean
      rating: number
      from_version: string
      to_version: string
      due_then?: string
      hindered: string[]
    }
    case_moved: {
      moved: number
      left: number
    }
    form_holds: {
      holds: string
    }
    place_names: {
      rows: components["schemas"]["place_name"][]
    }
    place_name: {
      region: string
      name: string
    }
    case_key: {
      number: string
      code: string
    }
    public_case: {
      number: string
      region: string
      region_name: string
      procedure: string
      zh: string
      en: string
      /** @enum {string} */
      phase: "draft" | "running" | "asked" | "suspended" | "ended"
      step: string
      step_name?: components["schemas"]["case_name"]
      ending: string
      ending_name?: components["schemas"]["case_name"]
      good?: boolean
      opened: string
      submitted?: string
      ended?: string
      due?: string
      last_day?: string
      late?: boolean
      steps: components["schemas"]["case_keyed_name"][]
      acts?: components["schemas"]["case_shown_act"][]
      documents?: components["schemas"]["case_shown_document"][]
    }
    publications: {
      rows: components["schemas"]["publication"][]
      more: boolean
    }
    publication: {
      id: string
      zh: string
      en: string
      region_name: string
      procedure: string
      since: string
      last_day?: string
      shown: components["schemas"]["published_line"][]
    }
    published_line: {
      zh: string
      en: string
      text: string
    }
    objection_received: {
      received: boolean
    }
    budget_list: {
      year: number
      years: number[]
      rows: components["schemas"]["budget_row"][]
      total: components["schemas"]["budget_standing"]
      uses: components["schemas"]["budget_use"][]
      tests: components["schemas"]["budget_share_test"][]
    }
    budget_row: {
      id: string
      region: string
      region_name: string
      year: number
      key: string
      name: string
      /** @enum {string} */
      source: "welfare_lottery" | "budget" | "central_budget" | "other"
      /** @enum {string} */
      purpose: "elderly_care" | "childcare" | "other"
      document?: string
      synthetic: boolean
      standing: components["schemas"]["budget_standing"]
    }
    budget_standing: {
      planned: number
      adjusted: number
      exceeded: number
      reserved: number
      committed: number
      spent: number
      left: number
    }
    budget_use: {
      /** @enum {string} */
      source: "welfare_lottery" | "budget" | "central_budget" | "other"
      /** @enum {string} */
      purpose: "elderly_care" | "childcare" | "other"
      budgeted: number
      committed: number
      spent: number
      budgeted_percent?: number
      spent_percent?: number
    }
    budget_share_test: {
      plan: string
      name: string
      name_en?: string
      target: string
      clause: string
      budgeted_percent?: number
      spent_percent?: number
      budgeted_holds?: boolean
      spent_holds?: boolean
    }
    budget_page: {
      line: components["schemas"]["budget_row"]
      movements: components["schemas"]["budget_movement_row"][]
      sequence: number
    }
    budget_movement_row: {
      id: string
      /** @enum {string} */
      kind: "planned" | "adjusted" | "reserved" | "released" | "committed" | "exceeded" | "spent" | "returned"
      amount: number
      client_id: string
      reason: string
      document?: string
      of?: string
      by: string
      at: string
      rest: number
    }
    price_tests: {
      rule?: components["schemas"]["price_ceiling"]
      comparison: string
      rows: components["schemas"]["price_test_row"][]
      without_price: number
    }
    price_ceiling: {
      plan: string
      name: string
      name_en?: string
      percent: number
      clause: string
      summary?: string
    }
    price_test_row: {
      id: string
      name: string
      region: string
      region_name: string
      /** @enum {string} */
      kind: "elderly_home" | "dementia_home" | "county_centre" | "street_centre" | "community_station" | "day_care" | "canteen" | "mutual_aid_point" | "nursery" | "kindergarten_class" | "family_childcare" | "hospital" | "training_base" | "wellness_base" | "senior_university" | "nursing_room"
      monthly_fee: number
      surveyed?: string
      market?: number
      compared: number
      compared_in: string
      ceiling?: number
      percent?: number
      holds?: boolean
      neighbours: components["schemas"]["price_compared_place"][]
    }
    price_compared_place: {
      id: string
      name: string
      monthly_fee: number
      distance_m?: number
    }
    draw_list: {
      rows: components["schemas"]["draw_line"][]
      total: number
      page: number
      page_rows: number
    }
    draw_line: {
      id: string
      version: number
      title: string
      region: string
      region_name: string
      /** @enum {string} */
      state: "committed" | "drawn"
      event: string
      event_time: string
      published: string
      commitment_hash: string
      drawn_at?: string
    }
    draw_detail: {
      head: components["schemas"]["draw_line"]
      places: number
      inspectors: number
      conflicts: number
      offices: components["schemas"]["draw_office"][]
      inspector_numbers: string[]
      digits?: string
      source?: string
      taken?: string
      seed?: string
      absent: string[]
      drawn: components["schemas"]["drawn_place"][]
    }
    draw_office: {
      office: string
      commitment: string
    }
    drawn_place: {
      kind: string
      number: number
      id: string
      name: string
      due: boolean
      ticket: string
      drawn: string[]
      going: string[]
      missing: number
    }
    draw_kind: {
      /** @enum {string} */
      kind: "elderly_home" | "dementia_home" | "county_centre" | "street_centre" | "community_station" | "day_care" | "canteen" | "mutual_aid_point" | "nursery" | "kindergarten_class" | "family_childcare" | "hospital" | "training_base" | "wellness_base" | "senior_university" | "nursing_room"
      take: number
      inspectors: number
      powers?: string
    }
    draw_grade: {
      /** @enum {string} */
      credit?: "a" | "b" | "c" | "d"
      lots: number
      yearly_minimum: number
    }
    office_secret: {
      office: string
      secret: string
    }
    assessment_start: {
      person: components["schemas"]["assessed_person"]
      instruments: components["schemas"]["instrument"][]
    }
    assessed_person: {
      id: string
      name: string
      born?: string
      /** @enum {string} */
      sex?: "male" | "female"
      region: string
      region_name: string
      /** @enum {string} */
      care_grade?: "intact" | "mild" | "moderate" | "severe" | "complete"
    }
    assessment_item_score: {
      item: string
      score: number
    }
    assessment_signature: {
      name: string
      /** @enum {string} */
      signed_as: "assessor" | "person" | "representative"
      strokes: string
    }
    assessment_shown_form: {
      id: string
      resident: string
      assessment?: string
      instrument: string
      instrument_name: string
      document: string
      unverified: boolean
      day: string
      /** @enum {string} */
      occasion: "first" | "regular" | "change" | "review" | "other"
      dimensions: components["schemas"]["assessment_shown_dimension"][]
      total: number
      first_grade_name: string
      changes: string[]
      grade: number
      grade_name: string
      assessors: string[]
      signatures: components["schemas"]["assessment_signature"][]
      note?: string
      sent_by: string
      sent_at: string
    }
    assessment_shown_dimension: {
      dimension: string
      name: string
      score: number
      score_max: number
      items: components["schemas"]["assessment_shown_item"][]
    }
    assessment_shown_item: {
      item: string
      name: string
      score: number
      score_max: number
      answer: string
    }
    assessment_shown_forms: {
      rows: components["schemas"]["assessment_shown_form"][]
    }
    own_mail: {
      offered: boolean
      asked_for: boolean
      address?: string
      last_sent_at?: string
    }
    mail_state: {
      configured: boolean
      addresses: number
      waiting: number
      sent: number
      given_up: number
      tries: number
      last_failure?: string
      next_try_at?: string
    }
    webhook_list: {
      rows: components["schemas"]["webhook_row"][]
      own_network: boolean
    }
    webhook_row: {
      id: string
      region: string
      name: string
      url: string
      procedures: string[]
      made_at: string
      waiting: number
      tries: number
      last_failure?: string
      next_try_at?: string
      last_taken_at?: string
    }
    webhook_secret: {
      id: string
      secret: string
    }
    webhook_delivery_list: {
      rows: components["schemas"]["webhook_delivery_row"][]
    }
    webhook_delivery_row: {
      id: string
      queued_at: string
      waiting: boolean
      taken_at?: string
      body: string
    }
    public_paper: {
      code: string
      issuer: string
      number: string
      title: string
      issued_on: string
      hash: string
      withdrawn_at?: string
    }
    inbox_page: {
      rows: components["schemas"]["inbox_row"][]
      after?: string
    }
    inbox_row: {
      id: string
      /** @enum {string} */
      group: "urgent" | "overdue" | "today" | "later" | "message"
      /** @enum {string} */
      view: "open" | "snoozed" | "done"
      /** @enum {string} */
      to: "me" | "unit" | "office"
      kind: string
      kind_name: string
      kind_name_en: string
      title: string
      title_en: string
      link: string
      due?: string
      told_at: string
      region: string
      region_name: string
      read: boolean
      snoozed_until?: string
      done_at?: string
      delegated_to?: string
      delegated_by?: string
      note?: string
    }
    inbox_counts: {
      open: number
      urgent: number
      overdue: number
      today: number
      later: number
      message: number
    }
    inbox_kinds: {
      rows: components["schemas"]["inbox_kind"][]
    }
    inbox_kind: {
      kind: string
      kind_name: string
      kind_name_en: string
      open: number
    }
    colleagues: {
      rows: components["schemas"]["colleague"][]
    }
    colleague: {
      account: string
      display_name: string
    }
    payable_subsidies: {
      rows: components["schemas"]["payable_subsidy"][]
    }
    payable_subsidy: {
      plan: string
      subsidy: string
      name: string
      every?: string
      region: string
      region_name: string
    }
    run_list: {
      rows: components["schemas"]["run_list_line"][]
    }
    run_list_line: {
      id: string
      name: string
      plan: string
      period: string
      region: string
      region_name: string
      /** @enum {string} */
      state: "computing" | "draft" | "county" | "city" | "approved" | "sent" | "settled" | "withdrawn"
      paid: number
      held: number
      undecided: number
      total: number
      trouble?: string
    }
    started_run: {
      run: string
      made: boolean
    }
    run_page: {
      run: components["schemas"]["subsidy_run"]
      region_name: string
      made_by_name: string
      regions: components["schemas"]["run_region"][]
      steps: components["schemas"]["run_step_line"][]
      holds: components["schemas"]["held_line"][]
      undecided_people: components["schemas"]["undecided_line"][]
      acts: ("county_agrees" | "city_agrees" | "finance_agrees" | "returned" | "sent_to_bank" | "answer_read" | "withdrawn")[]
      may_decide: boolean
      before?: string
      approval_procedure: string
      approval_field: string
      approval_case: string
    }
    subsidy_run: {
      id: string
      version: number
      region: string
      plan: string
      subsidy: string
      name: string
      period: string
      attempt: number
      /** @enum {string} */
      state: "computing" | "draft" | "county" | "city" | "approved" | "sent" | "settled" | "withdrawn"
      journal_sequence: number
      looked_at: number
      entitled: number
      paid: number
      undecided: number
      held: number
      total: number
      inputs_digest: string
      file_digest: string
      frozen?: number
      made_by: number
      made_at: string
      job: number
      trouble?: string
      approval_case?: number
    }
    run_region: {
      region: string
      region_name: string
      paid: number
      held: number
      undecided: number
      total: number
    }
    run_step_line: {
      /** @enum {string} */
      act: "county_agrees" | "city_agrees" | "finance_agrees" | "returned" | "sent_to_bank" | "answer_read" | "withdrawn"
      account_name: string
      at: string
      note?: string
    }
    held_line: {
      id: string
      resident?: string
      who: string
      region_name: string
      /** @enum {string} */
      check: "deceased" | "moved" | "two_places" | "double_claim" | "over_capacity" | "shared_account" | "absence" | "unusual" | "no_account"
      evidence: string
      amount: number
      /** @enum {string} */
      state: "open" | "released" | "dropped"
      note?: string
    }
    undecided_line: {
      resident?: string
      who: string
      region_name: string
      missing: string
    }
    run_differences: {
      before_period: string
      before: number
      after: number
      reasons: components["schemas"]["reason_line"][]
      people: components["schemas"]["difference_line"][]
      people_in_all: number
    }
    reason_line: {
      /** @enum {string} */
      reason: "time" | "rule" | "fact" | "added" | "gone" | "correction" | "recovery" | "held" | "released"
      people: number
      change: number
    }
    difference_line: {
      subject: number
      who: string
      before: number
      after: number
      steps: components["schemas"]["reason_line"][]
      facts: string
    }
    own_benefits: {
      name: string
      subsidies: components["schemas"]["own_subsidy"][]
      payments: components["schemas"]["own_payment"][]
      ask: string
    }
    own_subsidy: {
      subsidy: string
      name: string
      source: string
      period: string
      amount: number
      ended: boolean
      last_paid?: string
      why: string
      missing: string
      owed: number
    }
    own_payment: {
      name: string
      period: string
      entitled: number
      correction: number
      recovered: number
      amount: number
      /** @enum {string} */
      state: "due" | "held" | "dropped" | "paid" | "refused"
      /** @enum {string} */
      run_state: "computing" | "draft" | "county" | "city" | "approved" | "sent" | "settled" | "withdrawn"
      checks: ("deceased" | "moved" | "two_places" | "double_claim" | "over_capacity" | "shared_account" | "absence" | "unusual" | "no_account")[]
      bank_reason?: string
    }
    planning_setting: {
      region: string
      region_name: string
      maps: components["schemas"]["street_map_row"][]
      streets?: components["schemas"]["street_map_row"]
      as_of: string
      place_kinds: components["schemas"]["planning_kind_row"][]
      ways: components["schemas"]["planning_way_row"][]
      limits: components["schemas"]["planning_limit_row"][]
      people: components["schemas"]["planning_group_row"][]
      people_placed: number
      people_unplaced: number
      faults: number
    }
    street_map_row: {
      id: string
      version: number
      region: string
      region_name: string
      name: string
      source: string
      synthetic: boolean
      current: boolean
      loaded_at: string
      loaded_by: string
      bytes: number
      junctions: number
      streets: number
      addresses: number
      areas: number
      length_km: number
      west: number
      south: number
      east: number
      north: number
    }
    planning_kind_row: {
      /** @enum {string} */
      kind: "elderly_home" | "dementia_home" | "county_centre" | "street_centre" | "community_station" | "day_care" | "canteen" | "mutual_aid_point" | "nursery" | "kindergarten_class" | "family_childcare" | "hospital" | "training_base" | "wellness_base" | "senior_university" | "nursing_room"
      zh: string
      en: string
      /** @enum {string} */
      group: "everybody" | "from_60" | "from_65" | "from_80" | "under_three"
      /** @enum {string} */
      unit: "beds" | "slots" | "none"
      places: number
      placed: number
      capacity: number
      free: number
    }
    planning_way_row: {
      /** @enum {string} */
      way: "walk" | "elder" | "car"
      zh: string
      en: string
      metres_per_minute: number
      source: string
      unverified: boolean
    }
    planning_limit_row: {
      minutes?: number
      metres?: number
      zh: string
      en: string
      source: string
      unverified: boolean
    }
    planning_group_row: {
      /** @enum {string} */
      group: "everybody" | "from_60" | "from_65" | "from_80" | "under_three"
      people: number
      drawn: boolean
    }
    planning_place_list: {
      as_of: string
      rows: components["schemas"]["planning_place_row"][]
    }
    planning_place_row: {
      id: string
      name: string
      /** @enum {string} */
      kind: "elderly_home" | "dementia_home" | "county_centre" | "street_centre" | "community_station" | "day_care" | "canteen" | "mutual_aid_point" | "nursery" | "kindergarten_class" | "family_childcare" | "hospital" | "training_base" | "wellness_base" | "senior_university" | "nursing_room"
      region: string
      region_name: string
      longitude?: number
      latitude?: number
      capacity: number
      free: number
      /** @enum {string} */
      fault?: "missing" | "outside" | "swapped" | "gcj02" | "bd09" | "water" | "no_street"
    }
    planning_reach: {
      as_of: string
      /** @enum {string} */
      kind: "elderly_home" | "dementia_home" | "county_centre" | "street_centre" | "community_station" | "day_care" | "canteen" | "mutual_aid_point" | "nursery" | "kindergarten_class" | "family_childcare" | "hospital" | "training_base" | "wellness_base" | "senior_university" | "nursing_room"
      /** @enum {string} */
      way: "walk" | "elder" | "car"
      minutes?: number
      metres?: number
      /** @enum {string} */
      group: "everybody" | "from_60" | "from_65" | "from_80" | "under_three"
      places: number
      people: number
      reached: number
      share: number
      no_street: number
      cut_off: number
      unplaced: number
      regions: components["schemas"]["planning_reach_row"][]
    }
    planning_reach_row: {
      region: string
      name: string
      level: string
      people: number
      reached: number
      not_reached: number
      share: number
      longitude: number
      latitude: number
      instead_m?: number
      instead_minutes?: number
      farthest_m?: number
      farthest_minutes?: number
      nearest_place?: string
    }
    planning_area: {
      rings: components["schemas"]["planning_area_ring"][]
    }
    planning_area_ring: {
      hole: boolean
      points: number[]
    }
    planning_access: {
      capacity: number
      unused: number
      rows: components["schemas"]["planning_access_row"][]
    }
    planning_access_row: {
      region: string
      name: string
      people: number
      score: number
      longitude: number
      latitude: number
    }
    planning_over_time: {
      rows: components["schemas"]["planning_year_row"][]
    }
    planning_year_row: {
      year: number
      places: number
      share: number
    }
    planning_change: {
      /** @enum {string} */
      what: "put" | "close" | "resize"
      name?: string
      longitude?: number
      latitude?: number
      place?: string
      capacity?: number
    }
    planning_try_answer: {
      before: components["schemas"]["planning_try_totals"]
      after: components["schemas"]["planning_try_totals"]
      regions: components["schemas"]["planning_try_region"][]
      places: components["schemas"]["planning_try_place"][]
      faults: components["schemas"]["planning_change_fault"][]
    }
    planning_try_totals: {
      people: number
      reached: number
      share: number
      score_mean?: number
    }
    planning_try_region: {
      region: string
      name: string
      level: string
      people: number
      before_reached: number
      after_reached: number
      before_share: number
      after_share: number
      before_score?: number
      after_score?: number
    }
    planning_try_place: {
      place?: string
      name: string
      longitude: number
      latitude: number
      capacity: number
      closed: boolean
      before_load: number
      load: number
    }
    planning_change_fault: {
      change: number
      /** @enum {string} */
      fault: "missing" | "outside" | "swapped" | "gcj02" | "bd09" | "water" | "no_street"
    }
    planning_need: {
      base_year: number
      as_of: string
      source: string
      without_age: number
      rows: components["schemas"]["planning_need_row"][]
      shortfalls: components["schemas"]["planning_short_row"][]
      rules: components["schemas"]["planning_ratio_row"][]
      figures: components["schemas"]["planning_figure_row"][]
    }
    planning_need_row: {
      region: string
      name: string
      year: number
      people: number
      from_60: number
      from_65: number
      from_80: number
      under_three: number
      births: number
      beds_needed: number
      beds_low: number
      beds_high: number
      beds: number
      beds_coming: number
      slots_needed: number
      slots_low: number
      slots_high: number
      slots: number
      slots_coming: number
      from_3_to_5: number
      kindergarten_empty: number
    }
    planning_short_row: {
      region: string
      name: string
      beds_from?: number
      slots_from?: number
    }
    planning_ratio_row: {
      /** @enum {string} */
      unit: "beds" | "slots" | "none"
      wanted: number
      per_people: number
      from_age: number
      to_age: number
      zh: string
      en: string
      source: string
      unverified: boolean
    }
    planning_figure_row: {
      name: string
      source: string
      year: number
      stated: number
      least: number
      most: number
      computed?: number
      registered?: number
      carried?: number
      within: boolean
      unverified: boolean
    }
    estate_list: {
      as_of: string
      estates: number
      met: number
      short_of_area: number
      step_missing: number
      not_known: number
      not_bound: number
      missing_elderly_m2: number
      missing_childcare_m2: number
      rules: components["schemas"]["estate_rule"][]
      rows: components["schemas"]["estate_row"][]
    }
    estate_rule: {
      /** @enum {string} */
      space: "elderly" | "childcare"
      newly_built: boolean
      m2_per_hundred: number
      since?: string
      name: string
      source: string
      unverified: boolean
    }
    estate_row: {
      id: string
      region: string
      region_name: string
      name: string
      newly_built: boolean
      households: number
      accepted?: string
      planned_together?: boolean
      built_together?: boolean
      accepted_together?: boolean
      handed_over_together?: boolean
      childcare_slots?: number
      /** @enum {string} */
      state: "met" | "short_of_area" | "step_missing" | "not_known" | "not_bound"
      needs: components["schemas"]["estate_need"][]
    }
    estate_need: {
      /** @enum {string} */
      space: "elderly" | "childcare"
      m2?: number
      m2_per_hundred?: number
      wanted_m2?: number
      missing_m2?: number
      rule?: number
    }
    street_map_list: {
      rows: components["schemas"]["street_map_row"][]
    }
    street_map_import_outcome: {
      map?: components["schemas"]["street_map_row"]
      nodes: number
      ways: number
      ways_travelled: number
      nodes_missing: number
      places_inside: number
      places_outside: number
      people_placed: number
      people_unplaced: number
    }
    planning_fault_list: {
      checked: number
      rows: components["schemas"]["planning_fault_row"][]
    }
    planning_fault_row: {
      id: string
      version: number
      name: string
      /** @enum {string} */
      kind: "elderly_home" | "dementia_home" | "county_centre" | "street_centre" | "community_station" | "day_care" | "canteen" | "mutual_aid_point" | "nursery" | "kindergarten_class" | "family_childcare" | "hospital" | "training_base" | "wellness_base" | "senior_university" | "nursing_room"
      region: string
      region_name: string
      longitude?: number
      latitude?: number
      /** @enum {string} */
      fault: "missing" | "outside" | "swapped" | "gcj02" | "bd09" | "water" | "no_street"
      offered_longitude?: number
      offered_latitude?: number
      off_m?: number
    }
    planning_correction: {
      id: string
      version: number
      longitude: number
      latitude: number
    }
    planning_correct_answer: {
      corrected: number
    }
    planning_scenario_list: {
      rows: components["schemas"]["planning_scenario_row"][]
    }
    planning_scenario_row: {
      id: string
      version: number
      region: string
      name: string
      note?: string
      /** @enum {string} */
      kind: "elderly_home" | "dementia_home" | "county_centre" | "street_centre" | "community_station" | "day_care" | "canteen" | "mutual_aid_point" | "nursery" | "kindergarten_class" | "family_childcare" | "hospital" | "training_base" | "wellness_base" | "senior_university" | "nursing_room"
      /** @enum {string} */
      way: "walk" | "elder" | "car"
      minutes?: number
      metres?: number
      /** @enum {string} */
      group: "everybody" | "from_60" | "from_65" | "from_80" | "under_three"
      changes: components["schemas"]["planning_change"][]
      made_at: string
      made_by: string
    }
    planning_drafted_projects: {
      projects: string[]
    }
    siting_given_candidate: {
      name: string
      longitude: number
      latitude: number
      capacity?: number
      price_fen?: number
    }
    siting_outcome: {
      region: string
      /** @enum {string} */
      kind: "elderly_home" | "dementia_home" | "county_centre" | "street_centre" | "community_station" | "day_care" | "canteen" | "mutual_aid_point" | "nursery" | "kindergarten_class" | "family_childcare" | "hospital" | "training_base" | "wellness_base" | "senior_university" | "nursing_room"
      people: number
      before_reached: number
      after_reached: number
      before_share: number
      after_share: number
      value: number
      bound: number
      gap: number
      proved: boolean
      seconds: number
      candidates: number
      proof_zh: string
      proof_en: string
      places: components["schemas"]["siting_place"][]
      binding: components["schemas"]["planning_sentence"][]
    }
    siting_place: {
      order: number
      name: string
      longitude: number
      latitude: number
      region: string
      region_name: string
      gain: number
      capacity?: number
      price_fen?: number
      /** @enum {string} */
      robust?: "every" | "some" | "one"
    }
    planning_sentence: {
      zh: string
      en: string
    }
    reach_measure_list: {
      region: string
      region_name: string
      rows: components["schemas"]["reach_measure_row"][]
    }
    reach_measure_row: {
      key: string
      zh: string
      en: string
      source: string
      unverified: boolean
      /** @enum {string} */
      way: "walk" | "elder" | "car"
      minutes?: number
      metres?: number
      /** @enum {string} */
      group: "everybody" | "from_60" | "from_65" | "from_80" | "under_three"
      measured?: string
      people: number
      reached: number
      villages: number
      villages_short: number
      share: number
      points: components["schemas"]["reach_measure_point"][]
      short_of: components["schemas"]["reach_measure_village"][]
    }
    reach_measure_point: {
      day: string
      people: number
      reached: number
      share: number
    }
    reach_measure_village: {
      region: string
      name: string
      people: number
      not_reached: number
      instead_m?: number
    }
    public_map: {
      cities: components["schemas"]["public_map_city"][]
      region?: string
      region_name: string
      source: string
      edition: string
      synthetic: boolean
      west: number
      south: number
      east: number
      north: number
      as_of: string
      place_kinds: components["schemas"]["public_map_kind"][]
      places: components["schemas"]["public_map_place"][]
    }
    public_map_city: {
      region: string
      region_name: string
    }
    public_map_kind: {
      /** @enum {string} */
      kind: "elderly_home" | "dementia_home" | "county_centre" | "street_centre" | "community_station" | "day_care" | "canteen" | "mutual_aid_point" | "nursery" | "kindergarten_class" | "family_childcare" | "hospital" | "training_base" | "wellness_base" | "senior_university" | "nursing_room"
      zh: string
      en: string
      /** @enum {string} */
      group: "everybody" | "from_60" | "from_65" | "from_80" | "under_three"
      /** @enum {string} */
      unit: "beds" | "slots" | "none"
      places: number
    }
    public_map_place: {
      id: string
      name: string
      /** @enum {string} */
      kind: "elderly_home" | "dementia_home" | "county_centre" | "street_centre" | "community_station" | "day_care" | "canteen" | "mutual_aid_point" | "nursery" | "kindergarten_class" | "family_childcare" | "hospital" | "training_base" | "wellness_base" | "senior_university" | "nursing_room"
      region: string
      region_name: string
      address?: string
      phone?: string
      monthly_fee?: number
      inclusive?: boolean
      longitude?: number
      latitude?: number
      capacity: number
      free: number
    }
    public_map_nearest: {
      /** @enum {string} */
      way: "walk" | "elder" | "car"
      on_map: boolean
      within_minutes: number
      rows: components["schemas"]["public_map_nearest_row"][]
    }
    public_map_nearest_row: {
      id: string
      minutes: number
      metres?: number
    }
    feed_list: {
      region: string
      region_name: string
      rows: components["schemas"]["feed_row"][]
      same_open: number
      contradictions_open: number
    }
    feed_row: {
      feed: string
      name: string
      name_en: string
      sender: string
      sender_en: string
      adds_people: boolean
      whole_list: boolean
      example: boolean
      every_days: number
      key: string
      source: string
      columns: components["schemas"]["feed_shown_column"][]
      last_day?: string
      owed_by?: string
      overdue: boolean
      records: number
      incomplete: number
      contradictory: number
      gone: number
      unknown: number
    }
    feed_shown_column: {
      header: string
      field: string
      zh: string
      en: string
      trust: number
    }
    feed_delivery_list: {
      rows: components["schemas"]["feed_delivery_row"][]
    }
    feed_delivery_row: {
      id: string
      region: string
      region_name: string
      feed: string
      feed_name: string
      feed_name_en: string
      day: string
      file_name: string
      /** @enum {string} */
      state: "received" | "looked" | "applied" | "refused" | "set_aside"
      job: string
      counts: components["schemas"]["delivery_counts"]
      sent_by_name: string
      sent_at: string
      applied_by_name?: string
      applied_at?: string
    }
    delivery_counts: {
      rows: number
      created: number
      changed: number
      unchanged: number
      unknown: number
      doubtful: number
      refused: number
      conflicts: number
      gone: number
    }
    feed_delivery_page: {
      delivery: components["schemas"]["feed_delivery_row"]
      found?: components["schemas"]["delivery_found"]
    }
    delivery_found: {
      counts: components["schemas"]["delivery_counts"]
      refusals: components["schemas"]["sheet_refusal"][]
      found: components["schemas"]["feed_found_row"][]
    }
    feed_found_row: {
      line: number
      /** @enum {string} */
      outcome: "created" | "changed" | "unchanged" | "unknown" | "doubtful"
      label: string
      resident?: string
      fields: components["schemas"]["feed_found_field"][]
    }
    feed_found_field: {
      field: string
      zh: string
      en: string
      held_zh?: string
      held_en?: string
      said_zh?: string
      said_en?: string
      taken: boolean
      contradicted: boolean
      rival: string
      unfit_zh?: string
      unfit_en?: string
    }
    feed_sent_row: {
      cells: components["schemas"]["feed_sent_cell"][]
    }
    feed_sent_cell: {
      header: string
      value: string
    }
    feed_record_list: {
      rows: components["schemas"]["feed_record_row"][]
      total: number
      next?: number
    }
    feed_record_row: {
      id: string
      resident?: string
      label: string
      region: string
      region_name: string
      day: string
      gone?: string
      fields_zh: string[]
      fields_en: string[]
    }
    feed_quality_page: {
      rows: components["schemas"]["feed_quality_row"][]
    }
    feed_quality_row: {
      feed: string
      name: string
      name_en: string
      region: string
      region_name: string
      every_days: number
      points: components["schemas"]["feed_quality_point"][]
      fresh: boolean
    }
    feed_quality_point: {
      day: string
      records: number
      incomplete: number
      contradictory: number
      gone: number
      unknown: number
    }
    person_merged_into: {
      into?: string
    }
    person_sources: {
      fields: components["schemas"]["person_field_sources"][]
      merges: components["schemas"]["person_merge_row"][]
      tasks_open: number
    }
    person_field_sources: {
      field: string
      zh: string
      en: string
      held_zh?: string
      held_en?: string
      by_hand: boolean
      trust_by_hand: number
      said: components["schemas"]["person_field_said"][]
    }
    person_field_said: {
      feed: string
      name: string
      name_en: string
      trust: number
      day: string
      delivery: string
      said_zh?: string
      said_en?: string
      holds: boolean
      gone: boolean
      unfit_zh?: string
      unfit_en?: string
    }
    person_merge_row: {
      id: string
      merged_by_name: string
      merged_at: string
      undone_by_name?: string
      undone_at?: string
      moved: number
    }
    person_task_list: {
      rows: components["schemas"]["person_task_row"][]
      total: number
      next?: number
    }
    person_task_row: {
      id: string
      /** @enum {string} */
      kind: "same_person" | "contradiction"
      /** @enum {string} */
      state: "open" | "later" | "done"
      region: string
      region_name: string
      label: string
      other_label: string
      feed: string
      feed_name: string
      feed_name_en: string
      field_zh: string
      field_en: string
      certainty: number
      until?: string
      /** @enum {string} */
      decision?: "same" | "two" | "ours" | "theirs"
      decided_by_name?: string
      decided_at?: string
      made_at: string
    }
    person_task_page: {
      task: components["schemas"]["person_task_row"]
      one: string
      two: string
      one_source_zh: string
      one_source_en: string
      fields: components["schemas"]["person_compared_field"][]
      against: string
      merge?: string
      note?: string
    }
    person_compared_field: {
      field: string
      zh: string
      en: string
      one_zh?: string
      one_en?: string
      two_zh?: string
      two_en?: string
      level?: string
      bits?: string
      unfit_zh?: string
      unfit_en?: string
    }
    person_decided: {
      id: string
      merge?: string
    }
    address_match_list: {
      rows: components["schemas"]["address_match_row"][]
      total: number
      open: number
      counts: components["schemas"]["address_certainty_count"][]
      base: number
      next?: number
    }
    address_match_row: {
      id: string
      region: string
      region_name: string
      /** @enum {string} */
      owner: "household" | "residence" | "institution"
      subject: string
      address: string
      /** @enum {string} */
      certainty: "door" | "building" | "road" | "village" | "street" | "none"
      /** @enum {string} */
      doubt: "nothing" | "ambiguous" | "contradicted" | "unknown"
      score: number
      open: boolean
      by_hand: boolean
      standard?: string
      placed_at: string
    }
    address_certainty_count: {
      /** @enum {string} */
      certainty: "door" | "building" | "road" | "village" | "street" | "none"
      addresses: number
    }
    address_match_page: {
      row: components["schemas"]["address_match_row"]
      longitude?: number
      latitude?: number
      chosen?: string
      decided_by_name?: string
      read: components["schemas"]["address_read_part"][]
      agreements: components["schemas"]["address_part_agreement"][]
      candidates: components["schemas"]["address_candidate"][]
    }
    address_read_part: {
      part: string
      text: string
    }
    address_part_agreement: {
      part: string
      written: string
      known: string
      agreement: string
      weight: number
    }
    address_candidate: {
      id: string
      text: string
      region_name: string
      longitude: number
      latitude: number
      fits: boolean
    }
    address_search: {
      rows: components["schemas"]["address_candidate"][]
      more: boolean
    }
    job_page: {
      rows: components["schemas"]["job_row"][]
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
