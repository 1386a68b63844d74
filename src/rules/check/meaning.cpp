#include "rules/check/meaning.h"

namespace laoyou::rules {
namespace {

using What = Meaning::What;

std::optional<bool> period_end(const std::string& part) {
  if (part == "start") return false;
  if (part == "end") return true;
  return std::nullopt;
}

/// Follows the parts of one name from a record on.
class Walk {
 public:
  Walk(const BookDraft& draft, const std::vector<std::string>& parts) : draft_(draft), parts_(parts) {}

  Meaning from(int record, int level, std::size_t first) const {
    Meaning meaning;
    meaning.path.level = level;
    meaning.record = record;
    for (std::size_t i = first; i < parts_.size(); ++i)
      if (step(meaning, i)) return meaning;
    return meaning;
  }

 private:
  /// True when the name has found its meaning or can have none; false when part `i` was a reference to go through.
  bool step(Meaning& meaning, std::size_t i) const {
    const std::size_t behind = parts_.size() - i - 1;
    const int rule = draft_.find_rule(meaning.record, parts_[i]);
    const RecordKind& kind = draft_.schema.records[static_cast<std::size_t>(meaning.record)];
    const int field = rule >= 0 ? -1 : kind.find(parts_[i]);
    if (rule < 0 && field < 0) return fail(meaning, i);
    meaning.what = rule >= 0 ? What::rule : What::field;
    meaning.position = rule >= 0 ? rule : field;
    if (behind == 0) return true;
    const Type type = field >= 0 ? kind.fields[static_cast<std::size_t>(field)].type : Type{Kind::period};
    if (field >= 0 && type.kind == Kind::id && type.detail >= 0) {
      meaning.path.steps.push_back(field);
      meaning.record = type.detail;
      return false;
    }
    if (behind == 1 && type.kind == Kind::period) meaning.end_of_period = period_end(parts_[i + 1]);
    if (meaning.end_of_period) return true;
    if (behind == 1 && type.kind == Kind::code && code(meaning, type.detail, parts_[i + 1])) return true;
    fail(meaning, i + 1);
    meaning.failed_record = -1;
    return true;
  }

  bool code(Meaning& meaning, int list, const std::string& name) const {
    const int position = draft_.schema.code_lists[static_cast<std::size_t>(list)].find(name);
    if (position < 0) return false;
    meaning.what = What::code;
    meaning.list = list;
    meaning.position = position;
    return true;
  }

  bool fail(Meaning& meaning, std::size_t part) const {
    meaning.what = What::nothing;
    meaning.failed = part;
    meaning.failed_record = meaning.record;
    return true;
  }

  const BookDraft& draft_;
  const std::vector<std::string>& parts_;
};

Meaning context_meaning(const std::vector<std::string>& parts) {
  using Context = ContextRead::What;
  Meaning meaning;
  const auto is = [&meaning](Context what) {
    meaning.what = What::context;
    meaning.context = what;
  };
  if (parts == std::vector<std::string>{"period"}) is(Context::period);
  if (parts == std::vector<std::string>{"period", "start"}) is(Context::period_start);
  if (parts == std::vector<std::string>{"period", "end"}) is(Context::period_end);
  if (parts == std::vector<std::string>{"plan", "region"}) is(Context::plan_region);
  return meaning;
}

/// care_grade.severe: a code by the name of its list.
Meaning listed_meaning(const BookDraft& draft, const std::vector<std::string>& parts) {
  Meaning meaning;
  const int list = parts.size() == 2 ? draft.schema.find_code_list(parts[0]) : -1;
  const int code = list < 0 ? -1 : draft.schema.code_lists[static_cast<std::size_t>(list)].find(parts[1]);
  if (code < 0) return meaning;
  meaning.what = What::code;
  meaning.list = list;
  meaning.position = code;
  return meaning;
}

Meaning book_meaning(const BookDraft& draft, const std::vector<std::string>& parts) {
  Meaning meaning;
  meaning.position = draft.find_parameter(parts[0]);
  if (meaning.position >= 0 && parts.size() <= 2) {
    if (parts.size() == 2) meaning.end_of_period = period_end(parts[1]);
    if (parts.size() == 1 || meaning.end_of_period) {
      meaning.what = What::parameter;
      return meaning;
    }
  }
  const int total = parts.size() == 1 ? draft.find_rule(-1, parts[0]) : -1;
  if (total < 0) return meaning;
  meaning.what = What::total;
  meaning.position = total;
  return meaning;
}

}  // namespace

Meaning find_meaning(const BookDraft& draft, const std::vector<std::string>& parts, const Scope& scope) {
  const Walk walk(draft, parts);
  Meaning first;
  if (!scope.rows.empty()) first = walk.from(scope.rows.front(), 0, 0);
  if (first.what != What::nothing) return first;
  if (parts.size() > 1) {
    const int record = draft.schema.find_record(parts[0]);
    for (std::size_t level = 0; level < scope.rows.size() && record >= 0; ++level) {
      if (scope.rows[level] != record) continue;
      const Meaning outer = walk.from(record, static_cast<int>(level), 1);
      if (outer.what != What::nothing) return outer;
      if (first.failed == 0) first = outer;
      break;
    }
  }
  for (const Meaning& other : {book_meaning(draft, parts), context_meaning(parts), listed_meaning(draft, parts)})
    if (other.what != What::nothing) return other;
  return first;
}

std::vector<std::string> known_members(const BookDraft& draft, int record) {
  std::vector<std::string> names;
  for (const DraftRule& rule : draft.rules) {
    if (rule.record != record || record < 0) continue;
    names.push_back(rule.source->key);
    names.push_back(rule.source->name);
  }
  for (const Field& field : draft.schema.records[static_cast<std::size_t>(record)].fields) {
    names.push_back(field.name);
    names.push_back(field.zh);
  }
  std::erase(names, "");
  return names;
}

std::vector<std::string> known_names(const BookDraft& draft, const Scope& scope) {
  std::vector<std::string> names;
  if (!scope.rows.empty()) names = known_members(draft, scope.rows.front());
  for (const ParameterSource& parameter : draft.source.parameters) {
    names.push_back(parameter.key);
    names.push_back(parameter.name);
  }
  if (scope.in_total())
    for (const DraftRule& rule : draft.rules)
      if (rule.source->record.empty()) names.push_back(rule.source->key), names.push_back(rule.source->name);
  for (const char* context : {"period", "plan"}) names.emplace_back(context);
  std::erase(names, "");
  return names;
}

}  // namespace laoyou::rules
