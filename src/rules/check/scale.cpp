// round(x * y, mode), round(x / z, mode), round(x * y / z, mode): the products and quotients that do not come out even.
#include <limits>

#include "rules/value/dimension.h"
#include "rules/check/expression_checker.h"

namespace laoyou::rules {
namespace {

/// What stands above and below the line; y and z may be absent.
struct Quotient {
  ParsePtr x, y, z;
};

const ParsedBinary* signed_by(const ParsePtr& node, std::string_view sign) {
  const auto* binary = std::get_if<ParsedBinary>(&node->what);
  return binary && binary->sign == sign ? binary : nullptr;
}

Quotient take_apart(const ParsePtr& node) {
  if (const ParsedBinary* quotient = signed_by(node, "/")) {
    if (const ParsedBinary* product = signed_by(quotient->left, "*")) return {product->left, product->right, quotient->right};
    return {quotient->left, nullptr, quotient->right};
  }
  const ParsedBinary* product = signed_by(node, "*");
  if (!product) return {};
  if (const ParsedBinary* quotient = signed_by(product->left, "/")) return {quotient->left, product->right, quotient->right};
  if (const ParsedBinary* quotient = signed_by(product->right, "/")) return {quotient->left, product->left, quotient->right};
  return {product->left, product->right, nullptr};
}

std::optional<Rounding> rounding_named(const ParsePtr& node) {
  const auto* name = std::get_if<ParsedName>(&node->what);
  if (!name || name->parts.size() != 1) return std::nullopt;
  if (name->parts[0] == "half_up" || name->parts[0] == "四舍五入") return Rounding::half_up;
  if (name->parts[0] == "half_even") return Rounding::half_even;
  if (name->parts[0] == "down" || name->parts[0] == "舍去") return Rounding::down;
  if (name->parts[0] == "up" || name->parts[0] == "进位") return Rounding::up;
  return std::nullopt;
}

/// The least |value| that a divisor can have without being zero.
std::int64_t least_size(const NodePtr& divisor) {
  const auto* literal = divisor ? std::get_if<Literal>(&divisor->what) : nullptr;
  return literal && divisor->bound > 0 ? divisor->bound : 1;
}

/// Above times `factor`, or nothing beyond what evaluators multiply in (128 bits).
std::optional<__int128> times(std::optional<__int128> above, std::int64_t factor) {
  __int128 product = 0;
  if (!above || __builtin_mul_overflow(*above, static_cast<__int128>(factor), &product)) return std::nullopt;
  return product;
}

}  // namespace

NodePtr ExpressionChecker::check_round(const ParseNode& at, const ParsedCall& call, const Scope& scope) {
  const std::optional<Rounding> rounding = rounding_named(call.arguments[1]);
  if (!rounding) refuse(*call.arguments[1], "rules.rounding_unknown", {written(*call.arguments[1])});
  const Quotient parts = take_apart(call.arguments[0]);
  if (!parts.x) {
    if (check(call.arguments[0], scope)) refuse(at, "rules.nothing_to_round", {written(*call.arguments[0])});
    return nullptr;
  }
  Scale scale;
  std::vector<Type> above, below;
  bool numbers = true;
  const auto take = [&](const ParsePtr& part, NodePtr& into, std::vector<Type>& types) {
    if (!part) return;
    into = check(part, scope);
    if (require_number(into, *part))
      types.push_back(into->type);
    else
      numbers = false;
  };
  take(parts.x, scale.factor, above);
  take(parts.y, scale.factor2, above);
  take(parts.z, scale.divisor, below);
  if (!numbers || !rounding) return nullptr;
  scale.rounding = *rounding;
  return scaled(at, std::move(scale), above, below, *call.arguments[0]);
}

NodePtr ExpressionChecker::scaled(const ParseNode& at, Scale scale, const std::vector<Type>& above, const std::vector<Type>& below, const ParseNode& inside) {
  const std::optional<Type> type = type_of_product(above, below);
  if (!type) {
    if (below.empty())
      refuse(inside, "rules.no_such_product", {type_name(above.front()), type_name(above.back())});
    else
      refuse(inside, "rules.no_such_quotient", {type_name(above.front()) + (above.size() > 1 ? " × " + type_name(above.back()) : ""), type_name(below.front())});
    return nullptr;
  }
  const std::optional<ProductScale> by = scale_of_product(above, below, *type);
  std::optional<__int128> dividend, divisor;
  if (by) {
    scale.scale_up = by->up;
    scale.scale_down = by->down;
    dividend = times(times(scale.factor->bound, scale.factor2 ? scale.factor2->bound : 1), by->up);
    divisor = times(scale.divisor ? scale.divisor->bound : 1, by->down);
  }
  // The divisor must fit int64, as divide_rounded() takes it.
  if (!dividend || !divisor || *divisor > std::numeric_limits<std::int64_t>::max()) {
    refuse(at, "rules.may_overflow", {written(inside)});
    return nullptr;
  }
  const __int128 bound = *dividend / (static_cast<__int128>(by->down) * least_size(scale.divisor)) + 1;
  return bounded(at, *type, bound, std::move(scale));
}

}  // namespace laoyou::rules
