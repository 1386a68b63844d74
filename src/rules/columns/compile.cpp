#include "rules/columns/compile.h"

#include "base/check.h"
#include "rules/columns/fold.h"

namespace laoyou::rules {
namespace {

std::size_t hash_of(const Operation& operation) {
  std::size_t hash = 1469598103934665603ull;
  const auto mix = [&hash](std::int64_t part) { hash = (hash ^ static_cast<std::size_t>(part)) * 1099511628211ull; };
  for (const std::int64_t part : {std::int64_t(operation.op), std::int64_t(operation.a), std::int64_t(operation.b), std::int64_t(operation.c), std::int64_t(operation.record),
                                  std::int64_t(operation.field), operation.x, operation.y, std::int64_t(operation.table), std::int64_t(operation.child)})
    mix(part);
  for (const int argument : operation.arguments) mix(argument);
  return hash;
}

}  // namespace

Compiler::Compiler(const Book& book, const Facts& facts, const Period& period) : book_(book), facts_(facts), period_(period) {
  program_.facts = &facts;
  program_.book = &book;
}

int Compiler::add_domain(int record) {
  program_.domains.push_back({record, {}, -1, -1, -1});
  program_.related_schedules.emplace_back();
  same_.emplace_back();
  const int domain = static_cast<int>(program_.domains.size()) - 1;
  emit(domain, {.op = Op::base, .record = record});
  return domain;
}

int Compiler::emit(int domain, Operation operation) {
  auto& operations = program_.domains[static_cast<std::size_t>(domain)].operations;
  auto& same = same_[static_cast<std::size_t>(domain)];
  const std::size_t hash = hash_of(operation);
  for (auto [at, end] = same.equal_range(hash); at != end; ++at)
    if (operations[static_cast<std::size_t>(at->second)] == operation) return at->second;
  operations.push_back(std::move(operation));
  const int made = static_cast<int>(operations.size()) - 1;
  same.emplace(hash, made);
  return made;
}

int Compiler::constant(int domain, Holds holds, Value value) {
  return emit(domain, {.op = holds == Holds::mask ? Op::constant_mask : Op::constant_value, .holds = holds, .x = value.value_or(0), .present = value.has_value()});
}

int Compiler::ranges(Ranges ranges) {
  for (std::size_t at = 0; at < program_.ranges.size(); ++at)
    if (program_.ranges[at] == ranges) return static_cast<int>(at);
  program_.ranges.push_back(std::move(ranges));
  return static_cast<int>(program_.ranges.size()) - 1;
}

int Compiler::compile(int domain, const Node& node) {
  const int record = program_.domains[static_cast<std::size_t>(domain)].record;
  return either({domain, {{domain, 0, record}}}, node);
}

int Compiler::compile_value(int domain, const Node& node) {
  const int record = program_.domains[static_cast<std::size_t>(domain)].record;
  return value({domain, {{domain, 0, record}}}, node);
}

int Compiler::either(const Place& place, const Node& node) { return node.type.kind == Kind::boolean ? mask(place, node) : value(place, node); }

int Compiler::value(const Place& place, const Node& node) {
  const auto [at, fresh] = known_.try_emplace({&node, place, false}, -1);
  if (!fresh) return at->second;
  const int made = node.type.kind == Kind::boolean ? emit(place.domain, {.op = Op::mask_as_value, .holds = Holds::value, .a = mask(place, node)}) : make_value(place, node);
  return known_[{&node, place, false}] = made;
}

int Compiler::mask(const Place& place, const Node& node) {
  const auto [at, fresh] = known_.try_emplace({&node, place, true}, -1);
  if (!fresh) return at->second;
  const int made = make_mask(place, node);
  return known_[{&node, place, true}] = made;
}

// Rows of a domain further out, seen from inside: each lane has its owner's.
int Compiler::lift(int domain, const Row& row) {
  if (row.domain == domain) return row.rows;
  for (std::size_t outer = 0; outer < program_.domains.size(); ++outer)
    for (std::size_t at = 0; at < program_.domains[outer].operations.size(); ++at) {
      if (program_.domains[outer].operations[at].child != domain || static_cast<int>(outer) == domain) continue;
      const int there = lift(static_cast<int>(outer), row);
      auto& kept = program_.domains[outer].operations[at].arguments;
      if (std::find(kept.begin(), kept.end(), there) == kept.end()) kept.push_back(there);
      return emit(domain, {.op = Op::outer, .a = there, .record = row.record});
    }
  CHECK(false);
}

Compiler::Row Compiler::follow(const Place& place, const Path& path, int& reached) {
  CHECK(static_cast<std::size_t>(path.level) < place.rows.size());
  Row row = place.rows[place.rows.size() - 1 - static_cast<std::size_t>(path.level)];
  int rows = lift(place.domain, row);
  reached = path.steps.empty() ? -1 : rows;
  for (const int step : path.steps) {
    const int target = program_.column(row.record, step).type().detail;
    const std::pair key(row.record, step);
    if (std::none_of(program_.links.begin(), program_.links.end(), [&](const auto& kept) { return kept.first == key; }))
      program_.links.emplace_back(key, facts_.derived().links(facts_, row.record, step, target));
    rows = emit(place.domain, {.op = Op::follow, .a = rows, .record = row.record, .field = step});
    row.record = target;
    reached = rows;
  }
  return {place.domain, rows, row.record};
}

int Compiler::read_field(const Place& place, const FieldRead& what) {
  int reached = -1;
  const Row row = follow(place, what.path, reached);
  return emit(place.domain, {.op = Op::load, .holds = Holds::value, .a = row.rows, .record = row.record, .field = what.field});
}

int Compiler::read_rule(const Place& place, const RuleRead& what, bool as_mask) {
  int reached = -1;
  const Row row = follow(place, what.path, reached);
  const Node& tree = *book_.rules[static_cast<std::size_t>(what.rule)].tree;
  const Place there{place.domain, {row}};
  const int result = as_mask ? mask(there, tree) : value(there, tree);
  // The row at the end of a path may be missing, and then the rule has no value, whatever it says of missing fields. A lifted row always is there
  // unless it was followed to in a rule around, which looks after itself.
  if (reached < 0) return result;
  return emit(place.domain, {.op = as_mask ? Op::reached_mask : Op::reached_value, .holds = as_mask ? Holds::mask : Holds::value, .a = result, .b = reached});
}

Value Compiler::parameter(int parameter) const {
  const DatedValue* const value = book_.parameters[static_cast<std::size_t>(parameter)].on(period_.last_day());
  if (value == nullptr || value->ended) return {};
  return value->rows.at(0).value;
}

int Compiler::related(const Place& place, const Related& what) {
  const Row outer = place.rows.back();
  const int rows = lift(place.domain, outer);
  const int child = add_domain(what.record);
  const std::pair key(what.record, what.reference);
  if (std::none_of(program_.related.begin(), program_.related.end(), [&](const auto& kept) { return kept.first == key; }))
    program_.related.emplace_back(key, facts_.derived().related(facts_, what.record, what.reference, outer.record));
  const bool as_mask = what.function == Function::exists;
  // `child` makes it one of its kind, so emit() adds it now and what is inside can find its way out through it.
  const int made = emit(place.domain, {.op = Op::related_value, .holds = Holds::value, .a = rows, .record = what.record, .field = what.reference, .x = outer.record,
                                       .y = what.value ? field_bound(what.value->type.kind) : 0,                                       .sign = static_cast<std::uint8_t>(what.function), .child = child});
  Place inside{child, place.rows};
  inside.rows.push_back({child, 0, what.record});
  const int condition = what.condition ? mask(inside, *what.condition) : -1;
  const int inner = what.value == nullptr ? -1 : value(inside, *what.value);
  const int order = what.order ? value(inside, *what.order) : -1;
  Domain& domain = program_.domains[static_cast<std::size_t>(child)];
  domain.condition = condition;
  domain.value = inner;
  domain.order = order;
  fold(*this, child, {&domain.condition, &domain.value, &domain.order});
  program_.related_schedules[static_cast<std::size_t>(child)] = schedule(domain, {domain.condition, domain.value, domain.order});
  return as_mask ? emit(place.domain, {.op = Op::value_as_mask, .holds = Holds::mask, .a = made}) : made;
}

}  // namespace laoyou::rules
