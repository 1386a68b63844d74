#include "draws/lists.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace laoyou::draws {
namespace {

using registry::Institution;
using store::Filter;
using store::Scope;

const char* const k_no_grade = "none";

/// A register's text as one cell of a published list.
std::string cell(std::string text) {
  std::replace_if(text.begin(), text.end(), [](unsigned char byte) { return byte < 0x20 || byte == 0x7f; }, ' ');
  const std::size_t begin = std::min(text.find_first_not_of(' '), text.size());
  return text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

std::string grade_name(const std::optional<registry::CreditGrade>& credit) { return credit ? record::Leaf<registry::CreditGrade>::to_json_text(*credit) : k_no_grade; }

/// The places that take part, as lines, and which of them each operator runs.
struct Places {
  std::string text;
  std::map<std::int64_t, std::string> ids;  // by record
  std::multimap<std::string, std::string> run_by;
};

Places places_of(const store::Snapshot& snapshot, const Scope& scope, const NewDrawRequest& request, Date day) {
  std::map<std::int64_t, int> visits;
  snapshot.each<Inspection>(scope, {}, [&](const Inspection& each) {
    if (each.day.year() == day.year() && each.day <= day) ++visits[each.institution.number];
  });
  Places places;
  for (const DrawKind& kind : request.kinds) {
    snapshot.each<Institution>(scope, Filter().equals("kind", kind.kind), [&](const Institution& each) {
      if ((each.closed && *each.closed <= day) || (each.opened && *each.opened > day)) return;
      const std::string id = std::to_string(each.id.number);
      if (!places.ids.emplace(each.id.number, id).second) return;  // the kind stands twice; that is refused with the kinds
      places.text += id + "\t" + cell(each.name) + "\t" + record::Leaf<registry::InstitutionKind>::to_json_text(each.kind) + "\t" + grade_name(each.credit) + "\t" + std::to_string(visits[each.id.number]) + "\t\n";
      if (each.run_by) places.run_by.emplace(*each.run_by, id);
    });
  }
  return places;
}

/// Inspectors as lines, and their numbers by record.
std::string inspectors_of(const store::Snapshot& snapshot, const Scope& scope, Date day, std::map<std::int64_t, std::string>& numbers) {
  std::string text;
  snapshot.each<Inspector>(scope, {}, [&](const Inspector& each) {
    if (each.left && *each.left <= day) return;
    numbers.emplace(each.id.number, cell(each.number));
    text += cell(each.number) + "\t" + cell(each.powers.value_or("")) + "\t" + (each.most_visits ? std::to_string(*each.most_visits) : "") + "\n";
  });
  return text;
}

std::string conflicts_of(const store::Snapshot& snapshot, const Scope& scope, Date day, const Places& places, const std::map<std::int64_t, std::string>& numbers) {
  std::string text;
  snapshot.each<InspectorConflict>(scope, {}, [&](const InspectorConflict& each) {
    const auto inspector = numbers.find(each.inspector.number);
    if (inspector == numbers.end() || (each.ended && *each.ended <= day)) return;
    if (each.institution)
      if (const auto place = places.ids.find(each.institution->number); place != places.ids.end()) text += inspector->second + "\t" + place->second + "\n";
    if (!each.run_by) return;
    const auto [first, last] = places.run_by.equal_range(*each.run_by);
    for (auto place = first; place != last; ++place) text += inspector->second + "\t" + place->second + "\n";
  });
  return text;
}

std::string field_of(std::string_view place) {
  if (place.starts_with("--")) {
    std::string field(place.substr(2));
    std::replace(field.begin(), field.end(), '-', '_');
    return field == "name" ? "/title" : field == "time" ? "/taken" : "/" + field;
  }
  const std::size_t colon = std::min(place.find(':'), place.size());
  const std::string_view list = place.substr(0, colon);
  if (list == "targets") return "/kinds";  // of a register: the message names what is meant
  std::string field = "/" + std::string(list == "strata" ? "kinds" : list);
  int line = 0;
  const std::string_view rest = place.substr(std::min(colon + 1, place.size()));
  std::from_chars(rest.data(), rest.data() + rest.size(), line);
  const bool typed = list != "inspectors" && list != "conflicts";
  return typed && line > 0 ? field + "/" + std::to_string(line - 1) : field;
}

}  // namespace

Refusals at_fields(Refusals refusals) {
  for (Refusal& refusal : refusals) refusal.place = field_of(refusal.place);
  return refusals;
}

draw::ListText typed_list(const std::string& field, const std::vector<std::vector<std::string>>& rows, Refusals& wrong) {
  draw::ListText list{field, {}};
  for (std::size_t row = 0; row < rows.size(); ++row) {
    std::string line;
    for (const std::string& text : rows[row]) {
      if (!draw::publishable(text)) wrong.push_back(at("/" + (field == "strata" ? "kinds" : field) + "/" + std::to_string(row), refuse("draw.text_refused", {text.substr(0, text.find('\n'))})));
      line += (line.empty() && &text == &rows[row].front() ? "" : "\t") + text;
    }
    list.text += line + "\n";
  }
  return list;
}

CheckedResult<draw::Lists> lists_of(const store::Snapshot& snapshot, RegionCode region, const NewDrawRequest& request, Date day) {
  if (request.kinds.empty()) return Refusals{at("/kinds", refuse("draws.no_kinds"))};
  Refusals wrong;
  std::vector<std::vector<std::string>> strata, grades, offices;
  for (const DrawKind& each : request.kinds) strata.push_back({record::Leaf<registry::InstitutionKind>::to_json_text(each.kind), std::to_string(each.take), std::to_string(each.inspectors), each.powers.value_or("")});
  for (const DrawGrade& each : request.grades) grades.push_back({grade_name(each.credit), std::to_string(each.lots), std::to_string(each.yearly_minimum)});
  for (const DrawOffice& each : request.offices) offices.push_back({each.office, each.commitment});
  draw::ListTexts texts;
  texts[0] = typed_list("strata", strata, wrong);
  texts[1] = typed_list("grades", grades, wrong);
  texts[2] = typed_list("offices", offices, wrong);
  if (!wrong.empty()) return wrong;
  const Scope scope = Scope::of_account(region);
  const Places places = places_of(snapshot, scope, request, day);
  std::map<std::int64_t, std::string> numbers;
  texts[3] = {"targets", places.text};
  texts[4] = {"inspectors", inspectors_of(snapshot, scope, day, numbers)};
  texts[5] = {"conflicts", conflicts_of(snapshot, scope, day, places, numbers)};
  auto lists = draw::read_lists(texts, {request.draws_left, request.hash == DrawHash::sm3 ? draw::HashName::sm3 : draw::HashName::sha256}, draw::ListForm::published);
  if (!lists) return at_fields(lists.error());
  return lists;
}

}  // namespace laoyou::draws
