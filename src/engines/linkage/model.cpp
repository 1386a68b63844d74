#include "engines/linkage/model.h"

#include <algorithm>
#include <cmath>

namespace laoyou::linkage {

double probability_of(double weight) { return 1 / (1 + std::exp2(-weight)); }

double weight_of(double probability) { return std::log2(probability / (1 - probability)); }

Model carried_over(const Model& model, const Records& from, const Records& to) {
  Model carried = model;
  for (std::size_t field = 0; field < model.fields.size(); ++field) {
    const Values& values = to.values(static_cast<int>(field));
    std::vector<std::uint32_t>& counts = carried.fields[field].counts;
    counts.assign(values.size(), 0);
    for (Code code = 1; code < values.size(); ++code) {
      const Code before = from.values(static_cast<int>(field)).find(values.text(code));
      if (before != 0 && before < model.fields[field].counts.size()) counts[code] = model.fields[field].counts[before];
    }
  }
  return carried;
}

Weights::Weights(const Model& model, const Records& records) : records_(&records), model_(&model), prior_(weight_of(std::clamp(model.prior, 1e-12, 0.5))) {
  for (const FieldModel& field : model.fields) {
    std::array<double, k_levels> weights{};
    for (std::size_t level = 0; level < k_levels; ++level) weights[level] = std::log2(field.among_matches[level] / field.among_others[level]);
    table_.push_back(weights);
    exact_.push_back(std::log2(field.among_matches[static_cast<std::size_t>(Level::exact)]));
  }
}

double Weights::of_value(std::size_t field, Code code) const {
  const FieldModel& learned = model_->fields[field];
  const double count = code < learned.counts.size() ? std::max<std::uint32_t>(1, learned.counts[code]) : 1;
  return exact_[field] - std::log2(count / static_cast<double>(std::max<std::uint64_t>(1, learned.known)));
}

double Weights::of_field(int field, Level level, Code a, Code) const {
  if (level == Level::missing) return 0;
  const auto place = static_cast<std::size_t>(field);
  return level == Level::exact ? of_value(place, a) : table_[place][static_cast<std::size_t>(level)];
}

double Weights::of_pair(Pattern pattern, Row a, Row b) const {
  const Code* const a_codes = records_->codes(a);
  const Code* const b_codes = records_->codes(b);
  double weight = prior_;
  for (int field = 0; field < static_cast<int>(table_.size()); ++field) weight += of_field(field, level_in(pattern, field), a_codes[field], b_codes[field]);
  return weight;
}

}  // namespace laoyou::linkage
