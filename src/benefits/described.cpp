#include "benefits/described.h"

#include "rules/value/unit.h"

namespace laoyou::benefits {
namespace {

/// A bare number in a field that has a unit is counted in it, as on a sheet.
std::string with_unit(rules::Type type, const std::string& text) {
  if (!Decimal::parse(text)) return text;
  if (type.kind == rules::Kind::money) return text + "元";
  return type.kind == rules::Kind::quantity ? text + " " + std::string(rules::units()[static_cast<std::size_t>(type.detail)].name) : text;
}

class Reader {
 public:
  explicit Reader(const rules::Book& book) : book_(book), made_{rules::Facts(book.schema), {}, {}} {}

  CheckedResult<Described> read(const std::vector<GivenSubject>& subjects) {
    std::int64_t many = 0;
    for (const GivenSubject& subject : subjects) many += std::max(1, subject.times.value_or(1));
    if (many > k_subjects_most) return Refusals{at("/subjects", refuse("benefits.too_many", {std::to_string(k_subjects_most)}))};
    for (std::size_t i = 0; i < subjects.size(); ++i) add(subjects[i], "/subjects/" + std::to_string(i));
    if (!refusals_.empty()) return std::move(refusals_);
    return std::move(made_);
  }

 private:
  void add(const GivenSubject& subject, const std::string& place) {
    const int record = book_.schema.find_record(subject.record);
    if (record < 0) {
      refusals_.push_back(at(place + "/record", refuse("benefits.unknown_record", {subject.record})));
      return;
    }
    const rules::RecordKind& kind = book_.schema.records[static_cast<std::size_t>(record)];
    std::vector<rules::Value> values(kind.fields.size());
    for (std::size_t i = 0; i < values.size(); ++i)
      if (kind.fields[i].required && kind.fields[i].type.kind == rules::Kind::boolean) values[i] = 0;
    if (kind.region_field >= 0) values[static_cast<std::size_t>(kind.region_field)] = book_.region.number();
    bool has_id = false;
    for (std::size_t i = 0; i < subject.facts.size(); ++i) {
      const int field = kind.find(subject.facts[i].field);
      const std::string where = place + "/facts/" + std::to_string(i);
      if (field < 0) {
        refusals_.push_back(at(where, refuse("benefits.unknown_field", {subject.facts[i].field})));
        continue;
      }
      has_id = has_id || field == kind.id_field;
      values[static_cast<std::size_t>(field)] = literal(kind.fields[static_cast<std::size_t>(field)].type, subject.facts[i].value, where);
    }
    rules::Table& table = made_.facts.tables[static_cast<std::size_t>(record)];
    made_.rows.push_back({record, table.rows()});
    made_.records.insert(record);
    for (int copy = 0; copy < std::max(1, subject.times.value_or(1)); ++copy) {
      if (!has_id && kind.id_field >= 0) values[static_cast<std::size_t>(kind.id_field)] = next_id_++;
      table.append(values);
    }
  }

  rules::Value literal(rules::Type type, const std::string& text, const std::string& place) {
    if (type.kind == rules::Kind::text) return made_.facts.texts.intern(text);
    const Result<rules::Value> value = rules::read_literal(book_.schema, type, with_unit(type, text));
    if (value) return *value;
    refusals_.push_back(at(place, value.error()));
    return {};
  }

  const rules::Book& book_;
  Described made_;
  Refusals refusals_;
  std::int64_t next_id_ = 1'000'000'000;  // beyond the ids that a description writes itself
};

}  // namespace

CheckedResult<Described> described(const rules::Book& book, const std::vector<GivenSubject>& subjects) { return Reader(book).read(subjects); }

}  // namespace laoyou::benefits
