#include "app/ledger_command.h"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <sstream>

#include "app/store_options.h"
#include "ledger/ledger.h"
#include "store/testing/temporary_directory.h"

namespace laoyou::app {
namespace {

using ledger::LedgerAccount;

class TheLedgerCommand : public testing::Test {
 protected:
  TheLedgerCommand() {
    store::StoreOptions options;
    options.database = "sqlite:" + (directory.path() / "laoyou.db").string();
    options.key_file = directory.path() / "laoyou.key";
    const auto store = store::Store::open(options, clock, random, all_tables());
    ledger::Ledger book;
    const auto post = [&](store::Writing& writing) -> Result<void> {
      const Result<LedgerAccount> from = book.open(writing, account("from")), to = book.open(writing, account("to"));
      const auto posted = book.post(writing, std::vector{ledger::direct("one", from->id, to->id, 700), ledger::pending("two", from->id, to->id, 50)});
      if (!posted) return posted.error();
      return {};
    };
    EXPECT_TRUE(store->write({}, post).done());
  }
  static LedgerAccount account(const std::string& code) {
    LedgerAccount made;
    made.code = code;
    return made;
  }
  int verify(std::vector<std::string> words) {
    words.insert(words.begin(), {"verify", "--data", directory.path().string()});
    const std::vector<std::string_view> views(words.begin(), words.end());
    std::istringstream in;
    std::ostringstream said, err;
    const int code = ledger_command(views, in, said, err);
    out = said.str();
    return code;
  }
  store::TemporaryDirectory directory;
  SystemClock clock;
  SecureRandom random;
  std::string out;
};

TEST_F(TheLedgerCommand, SaysWhatASoundLedgerHoldsAndTakesItsLastTransferAsAnAnchor) {
  ASSERT_EQ(verify({"--json"}), 0) << out;
  const auto found = boost::json::parse(out).as_object();
  EXPECT_EQ(found.at("sound"), true);
  EXPECT_EQ(found.at("transfers"), 2);
  EXPECT_EQ(found.at("sum").at("fen"), 0);
  EXPECT_EQ(found.at("pending_amount").at("fen"), 50);
  const std::string hash(found.at("head").at("hash").as_string());
  EXPECT_EQ(verify({"--anchor", "2:" + hash}), 0);
  EXPECT_EQ(verify({"--anchor", "3:" + hash}), 1);
  EXPECT_EQ(verify({"--anchor", "x"}), 2);
}

TEST_F(TheLedgerCommand, NamesTheTransferThatWasAlteredAndEndsWithOne) {
  const auto address = *store::DatabaseAddress::parse("sqlite:" + (directory.path() / "laoyou.db").string());
  store::connect(address, store::ConnectionUse::writing)->execute("update ledger_transfer set amount = 701 where sequence = 1");
  ASSERT_EQ(verify({"--json"}), 1);
  const auto faults = boost::json::parse(out).at("faults").as_array();
  EXPECT_EQ(faults.at(0).at("sequence"), 1);
  EXPECT_EQ(faults.at(0).at("code"), "ledger.fault_hash");
  EXPECT_EQ(verify({}), 1);
  EXPECT_NE(out.find("总账有误"), std::string::npos);
}

}  // namespace
}  // namespace laoyou::app
