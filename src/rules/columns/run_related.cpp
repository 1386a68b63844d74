// Aggregates over related rows: their rows of many owners fill a chunk together, and what comes back is added to each owner's account.
#include <algorithm>

#include "base/check.h"
#include "rules/columns/frame.h"
#include "rules/rows/node.h"
#include "rules/totals/rational.h"

namespace laoyou::rules {
namespace {

bool bit(const std::uint64_t* words, std::size_t at) { return (words[at / 64] >> at % 64 & 1) != 0; }
bool present(const std::uint64_t* valid, std::size_t lane) { return valid == nullptr || bit(valid, lane); }

/// What the related rows of one owner come to.
struct Account {
  std::int64_t selected = 0;
  bool undecided = false, incomplete = false;
  Wide sum = 0;
  std::int64_t least = INT64_MAX, greatest = INT64_MIN;
  std::int64_t last_order = 0, last_id = 0;
  Value last;
};

class Accounts {
 public:
  /// most: magnitude beyond which a sum is missing.
  Accounts(Function function, std::int64_t most, std::size_t owners) : function_(function), most_(most), of_(owners) {}

  void add_chunk(const Frame& frame, const Domain& domain, const std::int32_t* owners, const std::int32_t* rows, const Column* ids) {
    for (std::size_t lane = 0; lane < frame.rows(); ++lane) {
      Account& account = of_[static_cast<std::size_t>(owners[lane])];
      if (domain.condition >= 0) {
        const Register& condition = frame.at(domain.condition);
        if (!bit(condition.yes, lane)) {
          account.undecided = account.undecided || !bit(condition.no, lane);
          continue;
        }
      }
      ++account.selected;
      if (function_ == Function::count || function_ == Function::exists) continue;
      const Register& value = frame.at(domain.value);
      const Value number = present(value.valid, lane) ? Value(value.values[lane]) : Value();
      if (function_ == Function::latest) add_latest(account, number, frame.at(domain.order), lane, ids, rows[lane]);
      else if (number) add_number(account, *number, owners[lane]);
      else account.incomplete = true;
    }
  }

  void finish() {
    std::sort(different_.begin(), different_.end());
    different_.erase(std::unique(different_.begin(), different_.end()), different_.end());
    if (function_ == Function::distinct)
      for (const auto& [owner, value] : different_) ++of_[static_cast<std::size_t>(owner)].sum;
  }

  Value answer(std::size_t owner) const {
    const Account& account = of_[owner];
    if (function_ == Function::exists && account.selected > 0) return 1;
    if (account.undecided || account.incomplete) return {};
    switch (function_) {
      case Function::exists: return 0;
      case Function::count: return account.selected;
      case Function::latest: return account.last;
      case Function::sum:
        if (account.sum > most_ || account.sum < -Wide{most_}) return {};
        [[fallthrough]];
      case Function::distinct: return static_cast<std::int64_t>(account.sum);
      default: break;
    }
    if (account.selected == 0) return {};
    switch (function_) {
      case Function::avg: return static_cast<std::int64_t>(divide_wide(account.sum, account.selected, Rounding::half_up));
      case Function::share: return static_cast<std::int64_t>(divide_wide(account.sum * k_millionths, account.selected, Rounding::half_up));
      case Function::min: return account.least;
      case Function::max: return account.greatest;
      default: CHECK(false);
    }
  }

 private:
  void add_number(Account& account, std::int64_t number, std::int32_t owner) {
    account.sum += function_ == Function::distinct ? 0 : number;
    account.least = std::min(account.least, number);
    account.greatest = std::max(account.greatest, number);
    if (function_ == Function::distinct) different_.emplace_back(owner, number);
  }

  static void add_latest(Account& account, Value number, const Register& order, std::size_t lane, const Column* ids, std::int32_t row) {
    const Value id = ids == nullptr ? Value() : ids->at(static_cast<std::size_t>(row));
    if (!id || !present(order.valid, lane)) {
      account.incomplete = true;
      return;
    }
    const std::pair place(order.values[lane], *id);
    if (account.selected > 1 && place <= std::pair(account.last_order, account.last_id)) return;
    std::tie(account.last_order, account.last_id) = place;
    account.last = number;
  }

  Function function_;
  std::int64_t most_;
  std::vector<Account> of_;
  std::vector<std::pair<std::int32_t, std::int64_t>> different_;
};

}  // namespace

void Frame::related_value(int at, const Operation& operation) {
  Frame& inner = *children_[static_cast<std::size_t>(at)];
  const Domain& domain = program_.domains[static_cast<std::size_t>(operation.child)];
  const RelatedRows& related = program_.related_of(operation.record, operation.field);
  const auto id_column = [&](std::int64_t record) {
    const int field = program_.book->schema.records[static_cast<std::size_t>(record)].id_field;
    return field < 0 ? nullptr : &program_.column(static_cast<int>(record), field);
  };
  const Column *const own_ids = id_column(operation.x), *const inner_ids = id_column(operation.record);
  const std::int32_t* const own_rows = registers_[static_cast<std::size_t>(operation.a)].rows;
  Accounts accounts(static_cast<Function>(operation.sign), operation.y, n_);
  std::vector<std::int32_t> rows, owners;
  rows.reserve(k_chunk_rows);
  owners.reserve(k_chunk_rows);
  const auto flush = [&] {
    if (rows.empty()) return;
    inner.run_related(*this, rows.data(), owners.data(), rows.size());
    accounts.add_chunk(inner, domain, owners.data(), rows.data(), inner_ids);
    rows.clear();
    owners.clear();
  };
  std::uint64_t* const valid = valid_of(at);
  std::fill_n(valid, words_count_, 0);
  for (std::size_t lane = 0; lane < n_; ++lane) {
    const std::int64_t own = own_rows != nullptr ? own_rows[lane] : static_cast<std::int64_t>(first_ + lane);
    if (own < 0 || own_ids == nullptr || !own_ids->at(static_cast<std::size_t>(own))) continue;
    valid[lane / 64] |= std::uint64_t{1} << lane % 64;
    for (std::uint32_t each = related.first[static_cast<std::size_t>(own)]; each < related.first[static_cast<std::size_t>(own) + 1]; ++each) {
      rows.push_back(static_cast<std::int32_t>(related.rows[each]));
      owners.push_back(static_cast<std::int32_t>(lane));
      if (rows.size() == k_chunk_rows) flush();
    }
  }
  flush();
  accounts.finish();
  std::int64_t* const out = values_of(at);
  for (std::size_t lane = 0; lane < n_; ++lane) {
    const Value answer = bit(valid, lane) ? accounts.answer(lane) : Value();
    out[lane] = answer.value_or(0);
    if (!answer) valid[lane / 64] &= ~(std::uint64_t{1} << lane % 64);
  }
  set_value(at, valid);
}

}  // namespace laoyou::rules
