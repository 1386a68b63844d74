// From the kind of a plan's field to the type of value that it holds.
#pragma once

#include "record/extension.h"

namespace laoyou::record {

/// Calls f.operator()<T>() with the type of value that this kind holds; a choice is a text.
template <class F>
auto with_kind(ExtensionKind kind, F&& f) {
  switch (kind) {
    case ExtensionKind::whole: return f.template operator()<std::int64_t>();
    case ExtensionKind::decimal: return f.template operator()<Decimal>();
    case ExtensionKind::money: return f.template operator()<Fen>();
    case ExtensionKind::minutes: return f.template operator()<Minutes>();
    case ExtensionKind::day: return f.template operator()<Date>();
    case ExtensionKind::period: return f.template operator()<Period>();
    case ExtensionKind::region: return f.template operator()<RegionCode>();
    case ExtensionKind::yes_no: return f.template operator()<bool>();
    case ExtensionKind::id_number: return f.template operator()<IdNumber>();
    case ExtensionKind::credit_code: return f.template operator()<CreditCode>();
    default: return f.template operator()<std::string>();
  }
}

}  // namespace laoyou::record
