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
      powers: ("plan_read" | "values_report" | "accounts_manage" | "plans_reload" | "journal_read" | "journal_verify" | "places_read" | "places_write" | "staff_read" | "staff_write" | "people_read" | "people_write" | "people_unmask" | "services_read" | "services_write" | "projects_read" | "projects_write" | "sheets_export")[]
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
      powers: ("plan_read" | "values_report" | "accounts_manage" | "plans_reload" | "journal_read" | "journal_verify" | "places_read" | "places_write" | "staff_read" | "staff_write" | "people_read" | "people_write" | "people_unmask" | "services_read" | "services_write" | "projects_read" | "projects_write" | "sheets_export")[]
    }
    power_label: {
      /** @enum {string} */
      value: "plan_read" | "values_report" | "accounts_manage" | "plans_reload" | "journal_read" | "journal_verify" | "places_read" | "places_write" | "staff_read" | "staff_write" | "people_read" | "people_write" | "people_unmask" | "services_read" | "services_write" | "projects_read" | "projects_write" | "sheets_export"
      label: string
      label_en: string
    }
    token_list: {
      rows: components["schemas"]["token_row"][]
    }
    token_row: {
      id: string
      name: string
      powers: ("plan_read" | "values_report" | "accounts_manage" | "plans_reload" | "journal_read" | "journal_verify" | "places_read" | "places_write" | "staff_read" | "staff_write" | "people_read" | "people_write" | "people_unmask" | "services_read" | "services_write" | "projects_read" | "projects_write" | "sheets_export")[]
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
    field_difference: {
      field: string
      zh: string
      en: string
      before_zh?: string
      before_en?: string
      after_zh?: string
      after_en?: string
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
