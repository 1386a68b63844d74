// What agreement and disagreement are worth: Fellegi and Sunter's weights (1969), learned from the data alone.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "engines/linkage/candidates.h"

namespace laoyou::linkage {

/// Of one field.
struct FieldModel {
  std::array<double, k_levels> among_matches{};  ///< the share of each level among pairs of one person (m)
  std::array<double, k_levels> among_others{};   ///< among pairs of different people (u)
  std::vector<std::uint32_t> counts;             ///< records by value: a rare value says more; values not met count as one
  std::uint64_t known = 0;                       ///< records that have a value
};

struct Model {
  std::vector<FieldModel> fields;
  double prior = 0;  ///< the probability that two records taken blindly are one person
  int rounds = 0;    ///< of learning until nothing moved
};

/// Learns without labels. u comes from pairs drawn blindly (`seed`), m from the candidates by expectation and maximisation: the pairs of a
/// key speak only of the fields outside that key, since inside they agree by choice.
Model learn(const Records& records, const Comparer& comparer, const std::vector<Candidate>& candidates, std::uint64_t seed);

/// The model for other records of the same map: how often a value was met goes with its text.
Model carried_over(const Model& model, const Records& from, const Records& to);

/// Weights in bits: log2 of how much likelier a pair's picture is among matches.
class Weights {
 public:
  Weights(const Model& model, const Records& records);

  /// The whole weight of a pair, the prior in it: 0 is as likely one person as two.
  [[nodiscard]] double of_pair(Pattern pattern, Row a, Row b) const;
  /// What one field adds.
  [[nodiscard]] double of_field(int field, Level level, Code a, Code b) const;
  [[nodiscard]] double of_prior() const { return prior_; }

 private:
  [[nodiscard]] double of_value(std::size_t field, Code code) const;

  const Records* records_;
  const Model* model_;
  std::vector<std::array<double, k_levels>> table_;
  std::vector<double> exact_;                  // log2 m of the level exact
  double prior_ = 0;
};

/// The probability of a weight in bits.
double probability_of(double weight);
/// The weight of a probability, 0 < probability < 1.
double weight_of(double probability);

}  // namespace laoyou::linkage
