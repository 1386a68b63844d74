// A list of people as a clerk brings it in, a stated share of its rows wrong, and beside it what is wrong with each.
#pragma once

#include <ostream>
#include <string>

#include "base/decimal.h"
#include "synth/dealt_share.h"
#include "synth/records.h"

namespace laoyou::synth {

/// Writes the people of a city in the order in which they are made, as CSV: the list with the headers of the register of people, and the truth with one line for
/// each wrong row: line, place (line and character, as refusals name it), header, fault, the code of the refusal that an import into an empty register answers with, what would
/// be right. Faults come in turn, one to a row; who has left the city is in neither.
class WrongResidents {
 public:
  WrongResidents(std::ostream& list, std::ostream& truth, Decimal wrong_percent);
  void take(const Records& records);

  std::int64_t rows() const { return line_ - 1; }
  std::int64_t wrong_rows() const { return static_cast<std::int64_t>(faults_); }

 private:
  void take(const registry::Resident& resident);

  std::ostream& list_;
  std::ostream& truth_;
  DealtShare wrong_;
  std::int64_t line_ = 1;
  std::size_t faults_ = 0;
  registry::Resident last_right_;  ///< of the last row with nothing wrong that has a number
};

}  // namespace laoyou::synth
