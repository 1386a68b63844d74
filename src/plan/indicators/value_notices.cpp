#include "plan/indicators/value_notices.h"

#include "plan/indicators/sheet_words.h"

namespace laoyou::plan {
namespace {

constexpr notices::Kind k_value_corrected{"notice.value_corrected", notices::Importance::message};
constexpr notices::Kind k_value_removed{"notice.value_removed", notices::Importance::message};

void tell(store::Writing& writing, const notices::Kind& kind, const Library& library, const ReportedValue& value, std::vector<std::string> figures) {
  if (value.reported_by == 0 || value.reported_by == writing.actor().account) return;
  const auto plan = library.find(value.plan);
  const auto* row = plan ? plan->find_indicator(value.indicator) : nullptr;
  const std::string name = row == nullptr ? value.indicator : row->value.name;
  const std::string name_en = row == nullptr ? value.indicator : row->value.name_en.value_or(name);
  const std::string region = library.regions.name(value.region);
  std::vector<std::string> words{region, name, period_words(value.period)}, words_en{region, name_en, value.period.text()};
  for (std::string& figure : figures) {
    words_en.push_back(figure);
    words.push_back(std::move(figure));
  }
  notices::tell(writing, {kind, notices::cause(value), writing.now().text(), notices::Addressee::account(value.reported_by), value.region, std::move(words),
                          std::move(words_en), "/plans/" + value.plan + "/indicators/" + value.indicator});
}

}  // namespace

void tell_of_correction(store::Writing& writing, const Library& library, const ReportedValue& before, const ReportedValue& after) {
  if (before.value == after.value) return;
  tell(writing, k_value_corrected, library, before, {before.value.text(), after.value.text()});
}

void tell_of_removal(store::Writing& writing, const Library& library, const ReportedValue& removed) {
  tell(writing, k_value_removed, library, removed, {removed.value.text()});
}

}  // namespace laoyou::plan
