// An assessment scale as numbers: items with the scores they may have, grades by score or by a table, and what changes a grade (评估量表).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace laoyou::assessment {

/// A grade for the scores from..to, both included. A greater grade is a worse state.
struct Band {
  int grade = 0;
  int from = 0, to = 0;
};

struct Item {
  std::string key;
  std::vector<int> scores;  ///< those it may have
};

struct Dimension {
  std::string key;
  std::vector<Item> items;
  std::vector<Band> bands;  ///< empty: the dimension has no grade of its own
};

/// What is found beside the items and changes the grade.
struct GradeChange {
  std::string key;
  std::optional<int> set_grade;  ///< at least this grade
  int worsen_by = 0;
};

/// The grade of the first dimension and the worst of the others give the grade.
struct Combination {
  int first = 0, others = 0, grade = 0;
};

struct Scale {
  std::vector<Dimension> dimensions;
  std::vector<Band> bands;               ///< by the total, where there is no table
  std::vector<GradeChange> changes;
  std::vector<Combination> combinations;  ///< where the grade is read from a table
  int worst_grade = 0;
};

}  // namespace laoyou::assessment
