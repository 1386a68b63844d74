// The name of a type in sentences that officials read.
#pragma once

#include <string>

#include "rules/schema/schema.h"

namespace laoyou::rules {

/// "金额 (money)", "代码 (care_grade)", "数量 (m²)": the word of the field first, then the name that plans use. One text serves both languages.
std::string type_words(const Schema& schema, Type type);

/// "老年人 (resident)"
std::string record_words(const RecordKind& record);

}  // namespace laoyou::rules
