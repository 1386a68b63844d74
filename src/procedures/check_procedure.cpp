#include "procedures/check_procedure.h"

#include <tuple>

#include "base/digits.h"
#include "procedures/check_examples.h"
#include "procedures/read_procedure.h"

namespace laoyou::procedures {
namespace {

/// Takes the number behind the last colon off the text; 0 when there is none.
int take_number(std::string& text) {
  const std::size_t colon = text.rfind(':');
  const std::string digits = colon == std::string::npos ? "" : text.substr(colon + 1);
  if (!all_digits(digits) || digits.size() > 9) return 0;
  text.resize(colon);
  return digits_value(digits);
}

std::tuple<std::string, int, int> position(std::string place) {
  const int column = take_number(place);
  const int line = take_number(place);
  return {std::move(place), line, column};
}

/// The record that the case decides about, as far as the form speaks of it: that there is one was found when the text was first checked.
std::vector<ActedRecord> decided_record(const Procedure& procedure) {
  if (!procedure.decides_about) return {};
  ActedRecord about{procedure.decides_about->record, {}, {}};
  const std::string start = procedure.decides_about->field + ".";
  for (const FormField& field : procedure.form.fields)
    if (field.prefilled.starts_with(start)) about.fields.push_back(field.prefilled.substr(start.size()));
  return {about};
}

}  // namespace

void check_procedure(Procedure& procedure, const World& world, Refusals& refusals) {
  Refusals found;
  check_form(procedure, world, found);
  check_names(procedure, world, found);
  check_flow(procedure, found);
  check_powers(procedure, world, found);
  if (found.empty()) check_examples(procedure, found);
  std::stable_sort(found.begin(), found.end(), [](const Refusal& left, const Refusal& right) { return position(left.place) < position(right.place); });
  for (Refusal& refusal : found)
    if (std::find(refusals.begin(), refusals.end(), refusal) == refusals.end()) refusals.push_back(std::move(refusal));
}

CheckedResult<Procedure> read_again(const std::string& file, std::string_view text, const rules::Schema& schema) {
  Refusals refusals;
  Procedure procedure = read_procedure(file, text, refusals);
  check_form(procedure, World{schema, {}, {}, {}, decided_record(procedure)}, refusals);
  if (!refusals.empty()) return refusals;
  return procedure;
}

}  // namespace laoyou::procedures
