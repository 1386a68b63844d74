// Whose value holds (取值规则): of sources that say different things of one field of one person, the one that is believed more, of equals the newer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "record/leaf.h"

namespace laoyou::feeds {

/// What a source says of a field.
struct SaidValue {
  std::string feed;
  std::int32_t trust = 0;
  Date day;
  record::Cell value;
};

enum class Verdict {
  agrees,    ///< the register holds it already
  fills,     ///< the register holds nothing
  replaces,  ///< it is believed more than what the register holds, or as much and newer
  stays      ///< what the register holds is believed more
};

struct Judged {
  Verdict verdict = Verdict::agrees;
  bool contradicted = false;  ///< another source, or somebody by hand, says something else
  std::string rival;          ///< who; empty: by hand
};

/// `held` is what the register holds; `own_before` what the same source said before; `others` what other sources say now; what nobody said was typed here.
Judged judge(const record::Cell& held, const SaidValue& said, const std::optional<record::Cell>& own_before, const std::vector<SaidValue>& others, std::int32_t trust_by_hand);

}  // namespace laoyou::feeds
