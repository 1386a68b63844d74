#include <algorithm>
#include <bit>
#include <cmath>
#include <unordered_map>

#include "base/random.h"
#include "engines/linkage/model.h"
#include "engines/linkage/parallel.h"

namespace laoyou::linkage {
namespace {

constexpr std::size_t k_blind_pairs = 250'000;  // a level of 1 in 10,000 is met 25 times
constexpr int k_rounds_max = 60;
constexpr double k_still = 1e-5;  // largest change of an m that counts as none

/// Pairs that look alike and were found by the same keys.
struct Kind {
  Pattern pattern = 0;
  std::uint32_t rules = 0;
  double pairs = 0;
};

std::vector<Kind> kinds_of(const std::vector<Candidate>& candidates) {
  std::unordered_map<std::uint64_t, std::size_t> places;
  std::vector<Kind> kinds;
  for (const Candidate& pair : candidates) {
    const auto [found, is_new] = places.try_emplace(mixed(pair.pattern, pair.rules), kinds.size());
    if (is_new) kinds.push_back({pair.pattern, pair.rules, 0});
    ++kinds[found->second].pairs;
  }
  return kinds;
}

void count_values(const Records& records, Model& model) {
  for (std::size_t field = 0; field < model.fields.size(); ++field) model.fields[field].counts.assign(records.values(static_cast<int>(field)).size(), 0);
  for (Row row = 0; row < records.size(); ++row)
    for (std::size_t field = 0; field < model.fields.size(); ++field)
      if (const Code code = records.codes(row)[field]; code != 0) ++model.fields[field].counts[code], ++model.fields[field].known;
}

using Met = std::vector<std::array<double, k_levels>>;

/// How often each level of each field is met in pairs drawn blindly.
Met met_blindly(const Records& records, const Comparer& comparer, std::uint64_t seed) {
  const std::size_t fields = records.map().fields.size(), parts = threads_here();
  SeededRandom random(seed);
  std::vector<std::pair<Row, Row>> pairs;
  for (std::size_t i = 0; i < k_blind_pairs && records.size() > 1; ++i) {
    const Row a = static_cast<Row>(random.below(records.size())), b = static_cast<Row>(random.below(records.size()));
    if (a != b && !(records.has_two_files() && records.is_right(a) == records.is_right(b))) pairs.emplace_back(a, b);
  }
  std::vector<Met> by_part(parts, Met(fields));
  in_parts(pairs.size(), parts, [&](std::size_t begin, std::size_t end, std::size_t part) {
    for (std::size_t i = begin; i < end; ++i) {
      const Pattern pattern = comparer.compare(pairs[i].first, pairs[i].second);
      for (std::size_t field = 0; field < fields; ++field)
        if (const Level level = level_in(pattern, static_cast<int>(field)); level != Level::missing) ++by_part[part][field][static_cast<std::size_t>(level)];
    }
  });
  for (std::size_t part = 1; part < parts; ++part)
    for (std::size_t field = 0; field < fields; ++field)
      for (std::size_t level = 0; level < k_levels; ++level) by_part[0][field][level] += by_part[part][field][level];
  return by_part[0];
}

void learn_among_others(const Records& records, const Comparer& comparer, std::uint64_t seed, Model& model) {
  const Met met = met_blindly(records, comparer, seed);
  for (std::size_t field = 0; field < met.size(); ++field) {
    FieldModel& learned = model.fields[field];
    // Equal values by blind draw: the sum of squared shares is exact where the sample would miss rare ones.
    double exact = 0;
    for (const std::uint32_t count : learned.counts) exact += static_cast<double>(count) * (count - 1.0);
    exact = learned.known > 1 ? exact / (static_cast<double>(learned.known) * static_cast<double>(learned.known - 1)) : 0;
    double others = 0;
    for (std::size_t level = 0; level + 1 < k_levels; ++level) others += met[field][level] + 0.5;
    for (std::size_t level = 0; level + 1 < k_levels; ++level) learned.among_others[level] = (met[field][level] + 0.5) / others * (1 - exact);
    learned.among_others[k_levels - 1] = std::max(exact, 1e-12);
  }
}

/// The fields a rule's pairs agree in by choice, and those exchanged with them.
std::uint32_t fields_of(const Map& map, const KeyRule& rule) {
  std::uint32_t fields = 0;
  for (const KeyPart& part : rule.parts) {
    fields |= 1U << part.field;
    if (const int partner = map.fields[static_cast<std::size_t>(part.field)].crossed; partner >= 0) fields |= 1U << partner;
  }
  return fields;
}

class Learning {
 public:
  Learning(const Map& map, std::vector<Kind> kinds, Model& model) : kinds_(std::move(kinds)), model_(model), share_(map.rules.size(), 0.3) {
    for (const KeyRule& rule : map.rules) own_fields_.push_back(fields_of(map, rule));
    // To begin: agreement is usual among matches, everything else possible.
    for (FieldModel& field : model_.fields) {
      field.among_matches = {0.03, 0.02, 0.02, 0.05, 0.02, 0.02, 0.02, 0.82};
    }
  }

  /// One round of expectation and maximisation; gives the largest change of an m.
  double round() {
    std::vector<std::array<double, k_levels>> expected(model_.fields.size());
    std::vector<double> matches(share_.size(), 0), pairs(share_.size(), 0);
    take_ratios();
    for (const Kind& kind : kinds_)
      for (std::uint32_t rest = kind.rules; rest != 0; rest &= rest - 1) {
        const auto rule = static_cast<std::size_t>(std::countr_zero(rest));
        const double odds = share_[rule] / (1 - share_[rule]) * ratio(kind.pattern, own_fields_[rule]);
        const double match = kind.pairs * odds / (1 + odds);
        matches[rule] += match;
        pairs[rule] += kind.pairs;
        for (std::size_t field = 0; field < expected.size(); ++field) {
          const Level level = level_in(kind.pattern, static_cast<int>(field));
          if ((own_fields_[rule] >> field & 1) == 0 && level != Level::missing) expected[field][static_cast<std::size_t>(level)] += match;
        }
      }
    for (std::size_t rule = 0; rule < share_.size(); ++rule)
      if (pairs[rule] > 0) share_[rule] = std::clamp(matches[rule] / pairs[rule], 1e-9, 1 - 1e-9);
    return take_expected(expected);
  }

  /// The prior at which the candidates' probabilities add up to it, among all pairs there are.
  void learn_prior(double all_pairs) {
    take_ratios();
    double prior = 1e-6;
    for (int i = 0; i < k_rounds_max; ++i) {
      double matches = 0;
      for (const Kind& kind : kinds_) {
        const double odds = prior / (1 - prior) * ratio(kind.pattern, 0);
        matches += kind.pairs * odds / (1 + odds);
      }
      prior = std::clamp(matches / all_pairs, 1e-12, 0.5);
    }
    model_.prior = prior;
  }

 private:
  void take_ratios() {
    ratios_.resize(model_.fields.size());
    for (std::size_t field = 0; field < ratios_.size(); ++field)
      for (std::size_t level = 0; level < k_levels; ++level) ratios_[field][level] = model_.fields[field].among_matches[level] / model_.fields[field].among_others[level];
  }

  double ratio(Pattern pattern, std::uint32_t without) const {
    double product = 1;
    for (std::size_t field = 0; field < ratios_.size(); ++field) {
      const Level level = level_in(pattern, static_cast<int>(field));
      if ((without >> field & 1) == 0 && level != Level::missing) product *= ratios_[field][static_cast<std::size_t>(level)];
    }
    return product;
  }

  double take_expected(const std::vector<std::array<double, k_levels>>& expected) {
    double change = 0;
    for (std::size_t field = 0; field < expected.size(); ++field) {
      double sum = 0;
      for (const double value : expected[field]) sum += value + 0.1;
      for (std::size_t level = 0; level < k_levels; ++level) {
        double& share = model_.fields[field].among_matches[level];
        const double learned = (expected[field][level] + 0.1) / sum;
        change = std::max(change, std::abs(learned - share));
        share = learned;
      }
    }
    return change;
  }

  std::vector<Kind> kinds_;
  Model& model_;
  std::vector<double> share_;  // of matches among a rule's pairs
  std::vector<std::uint32_t> own_fields_;
  std::vector<std::array<double, k_levels>> ratios_;
};

}  // namespace

Model learn(const Records& records, const Comparer& comparer, const std::vector<Candidate>& candidates, std::uint64_t seed) {
  Model model;
  model.fields.resize(records.map().fields.size());
  count_values(records, model);
  learn_among_others(records, comparer, seed, model);
  Learning learning(records.map(), kinds_of(candidates), model);
  while (model.rounds < k_rounds_max && learning.round() > k_still) ++model.rounds;
  double right = 0;
  for (Row row = 0; row < records.size(); ++row) right += records.is_right(row) ? 1 : 0;
  const double count = records.size();
  learning.learn_prior(std::max(1.0, records.has_two_files() ? right * (count - right) : count * (count - 1) / 2));
  return model;
}

}  // namespace laoyou::linkage
