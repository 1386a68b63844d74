// Fills in forms of procedures: values that every check takes and that lead the way an example goes, found by trying.
#pragma once

#include "base/random.h"
#include "cases/perform.h"

namespace laoyou::app {

/// Ids of rows that references may name, by register.
using Rows = std::map<std::string, std::string>;

class FormFiller {
 public:
  FormFiller(cases::Desk& desk, store::Store& store, Rows rows) : desk_(desk), store_(store), rows_(std::move(rows)) {}

  /// From now on references to this register name this row.
  void refer(const std::string& record, std::int64_t id) { rows_[record] = std::to_string(id); }

  /// The applicant's values; empty when none were found. `given`: the example's own, as JSON; `holds`: what the rules say of these alone, empty where
  /// the way does not matter.
  std::optional<boost::json::object> applicant(const cases::OpenCase& open, const boost::json::object& given, const std::string& holds) {
    return search(open, given, [&](const cases::OpenCase& tried, const std::string& now) {
      std::vector<std::string> papers;
      for (const procedures::Paper& paper : tried.procedure->form.papers) papers.push_back(paper.key);
      Refusals wrong = procedures::check_values(tried.procedure->form, tried.values, now, papers, Language::zh);
      if (!holds.empty() && !same_way(*tried.procedure, holds, now)) wrong.push_back(refuse("way"));
      return wrong;
    }, [&](const procedures::FormField& field) { return !tried_group(open, field).by_office; });
  }

  /// What the rules say of these values.
  std::string holds(cases::OpenCase open, const boost::json::object& values) {
    open.values = values;
    return store_.read([&](store::Snapshot& snapshot) { return cases::evaluate(desk_, snapshot, open, SystemClock().now().beijing_day()).holds; });
  }

  /// What an office fills in on its step.
  std::optional<boost::json::object> office(const cases::OpenCase& open, const boost::json::object& given, const std::string& group, bool complete) {
    return search(open, given, [&](const cases::OpenCase& tried, const std::string& now) {
      return procedures::check_office_values(tried.procedure->form, tried.values, now, group, complete, Language::zh);
    }, [&](const procedures::FormField& field) { return tried_group(open, field).key == group; });
  }

 private:
  static const procedures::FormGroup& tried_group(const cases::OpenCase& open, const procedures::FormField& field) { return open.procedure->form.groups[static_cast<std::size_t>(field.group)]; }

  /// Steps and parts apply as they do in the example.
  static bool same_way(const procedures::Procedure& procedure, const std::string& wanted, const std::string& now) {
    const auto same = [&](procedures::Condition condition) {
      const auto at = static_cast<std::size_t>(condition.rule);
      // What hangs on an office's fields is not known yet.
      return !condition.given() || now[at] == '?' || (wanted[at] == '1') == (now[at] == '1');
    };
    for (const procedures::Step& step : procedure.steps) {
      if (!same(step.when)) return false;
      for (const procedures::Part& part : step.parts)
        if (!same(part.when)) return false;
    }
    return true;
  }

  boost::json::value some_day() {
    constexpr std::array<int, 14> k_days{0, -1, -3, -20, -200, -500, -1'000, -25'000, -30'000, -33'000, 1, 40, 400, 1'500};
    const Date today = SystemClock().now().beijing_day();
    return boost::json::string(Date::from_days(today.days() + k_days[random_.below(k_days.size())]).text());
  }

  /// A number that the field's own check names, as often as `any`: limits lie there.
  std::int64_t some_number(const procedures::FormField& field, const procedures::Form& form, std::int64_t any) {
    if (!field.check.given() || random_.below(2) == 0) return any;
    const std::string& text = form.rules[static_cast<std::size_t>(field.check.rule)].text.text;
    std::vector<std::int64_t> named;
    for (std::size_t at = text.find_first_of("0123456789"); at != std::string::npos; at = text.find_first_of("0123456789", at)) {
      const std::size_t end = std::min(text.find_first_not_of("0123456789", at), text.size());
      if (end - at < 7) named.push_back(std::stoll(text.substr(at, end - at)));
      at = end;
    }
    return named.empty() ? any : named[random_.below(named.size())];
  }

  boost::json::value some(const procedures::FormField& field, const cases::OpenCase& open) {
    using procedures::FieldKind;
    constexpr std::array<std::int64_t, 12> k_numbers{0, 1, 2, 3, 5, 8, 12, 20, 30, 60, 85, 100};
    switch (field.kind) {
      case FieldKind::whole: return some_number(field, open.procedure->form, k_numbers[random_.below(k_numbers.size())]);
      case FieldKind::measure: return static_cast<std::int64_t>(random_.below(4) == 0 ? 1'200 : 40 + random_.below(300));
      case FieldKind::money: return static_cast<std::int64_t>(random_.below(5) * 10'000 + 100);
      case FieldKind::share: return 0.5;
      case FieldKind::yes_no: return random_.below(2) == 0;
      case FieldKind::day: return some_day();
      case FieldKind::period: return boost::json::string(random_.below(2) == 0 ? "2025" : "2026");
      case FieldKind::choice: {
        const boost::json::string code(field.choices[random_.below(field.choices.size())].code);
        if (field.many) return boost::json::array{code};
        return code;
      }
      case FieldKind::region: return boost::json::string(open.file.region.text());
      case FieldKind::reference: return rows_.contains(field.record) ? boost::json::value(boost::json::string(rows_.at(field.record))) : boost::json::value();
      case FieldKind::id_number: return boost::json::string("11010519491231002X");
      case FieldKind::credit_code: return boost::json::string("91350100M000100Y43");
      case FieldKind::phone: return boost::json::string("13800000000");
      default: return boost::json::string("示例");
    }
  }

  template <class Wrong, class Mine>
  std::optional<boost::json::object> search(const cases::OpenCase& open, const boost::json::object& given, Wrong wrong, Mine mine) {
    cases::OpenCase tried = open;
    const auto renew = [&](const procedures::FormField& field) {
      if (given.contains(field.key))
        tried.values[field.key] = given.at(field.key);
      else
        tried.values[field.key] = some(field, open);
    };
    std::vector<const procedures::FormField*> fields;
    for (const procedures::FormField& field : open.procedure->form.fields)
      if (mine(field)) fields.push_back(&field);
    for (const procedures::FormField* field : fields) renew(*field);
    return store_.read([&](store::Snapshot& snapshot) -> std::optional<boost::json::object> {
      constexpr int k_tries = 1'000;
      for (int tries = 0; tries < k_tries; ++tries) {
        Refusals unread;
        const procedures::FormValues form = cases::form_values(desk_, snapshot, tried, SystemClock().now().beijing_day(), unread);
        const Refusals refused = wrong(tried, form.holds());
        if (refused.empty()) return own(tried, fields);
        if (!equalize(tried, refused, form)) change(tried, given, refused, fields, renew);
      }
      return std::nullopt;
    });
  }

  /// Gives a field that fails a check of the form `field = …` the other side's value; whether there was one.
  static bool equalize(cases::OpenCase& tried, const Refusals& refused, const procedures::FormValues& form) {
    const procedures::Form& of = tried.procedure->form;
    bool changed = false;
    const auto take = [&](procedures::Condition rule, const std::string& key) {
      const rules::Value wanted = rule.given() ? form.wanted_by(rule.rule, key) : rules::Value{};
      if (!wanted) return;
      const rules::RecordKind& record = of.book->schema.records.back();
      boost::json::value value = cases::value_json(of.book->schema, record.fields[static_cast<std::size_t>(record.find(key))].type, *wanted);
      const boost::json::value* before = tried.values.if_contains(key);
      if (before != nullptr && *before == value) return;
      tried.values[key] = std::move(value);
      changed = true;
    };
    for (const Refusal& each : refused) {
      if (each.code != "cases.check_failed") continue;
      const std::string key = each.place.substr(1);
      if (const procedures::FormField* field = of.find(key)) take(field->check, key);
      for (const procedures::FormCheck& check : of.checks)
        if (check.field == key) take(check.rule, key);
    }
    return changed;
  }

  template <class Renew>
  void change(cases::OpenCase& tried, const boost::json::object& given, const Refusals& refused, const std::vector<const procedures::FormField*>& fields, Renew renew) {
    bool changed = false;
    for (const Refusal& each : refused) {
      const procedures::FormField* field = each.place.size() > 1 ? tried.procedure->form.find(each.place.substr(1)) : nullptr;
      if (field == nullptr) continue;
      changed = true;
      if (each.code == "cases.not_asked")
        tried.values.erase(field->key);
      else
        renew(*field);
      // What is given stays: then the others must change.
      changed = changed && !given.contains(field->key);
    }
    // What a check says of one field may be another's doing.
    if (!fields.empty() && (!changed || random_.below(3) == 0)) {
      const procedures::FormField& field = *fields[random_.below(fields.size())];
      if (tried.values.contains(field.key)) renew(field);
    }
  }

  static boost::json::object own(const cases::OpenCase& tried, const std::vector<const procedures::FormField*>& fields) {
    boost::json::object values;
    for (const procedures::FormField* field : fields)
      if (tried.values.contains(field->key) && !tried.values.at(field->key).is_null()) values[field->key] = tried.values.at(field->key);
    return values;
  }

  cases::Desk& desk_;
  store::Store& store_;
  Rows rows_;
  SeededRandom random_{1};
};

}  // namespace laoyou::app
