#include <algorithm>
#include <array>
#include <iostream>
#include <string>

#include "app/command.h"
#include "app/house.h"
#include "app/open_store.h"

namespace laoyou::app {
namespace {

constexpr std::string_view k_usage =
    "用法：（密码从标准输入读一行）\n"
    "  laoyou account create --name NAME --display-name NAME --role ROLE --region CODE [--data DIR | --database URL] [--plan DIR]\n"
    "  laoyou account password --name NAME [--data DIR | --database URL]\n"
    "  laoyou account unlock --name NAME [--data DIR | --database URL]       输错次数清零\n"
    "  laoyou account remove-code --name NAME [--data DIR | --database URL]  停用动态口令（手机丢失）\n"
    "  ROLE: roles.csv 中的代码，如 administrator official reporter viewer auditor\n";

constexpr std::array<std::string_view, 4> k_actions{"create", "password", "unlock", "remove-code"};

Result<accounts::CreateAccountRequest> account_from(const Options& options, std::string password) {
  accounts::CreateAccountRequest request;
  request.name = options.value("name").value_or("");
  request.display_name = options.value("display-name").value_or(request.name);
  request.password = std::move(password);
  const auto region = RegionCode::parse(options.value("region").value_or("000000000000"));
  if (!region) return region.error();
  request.role = options.value("role").value_or(std::string(accounts::k_least_role));
  request.region = *region;
  return request;
}

int report(const Result<void>& done, std::ostream& out, std::ostream& err) {
  if (!done) {
    err << message(done.error(), Language::zh) << "\n";
    return 1;
  }
  out << "完成\n";
  return 0;
}

}  // namespace

int account_command(Words words, std::istream& in, std::ostream& out, std::ostream& err) {
  // Before anything is opened: a slip must not leave a new database behind.
  if (words.empty() || std::find(k_actions.begin(), k_actions.end(), words[0]) == k_actions.end()) {
    err << k_usage;
    return 2;
  }
  return with_store(words, {"name", "display-name", "role", "region", "plan"}, {}, k_usage, err, [&](const Options& options, store::Store& store) {
    if (options.words().size() != 1 || !options.has("name")) {
      err << k_usage;
      return 2;
    }
    const SystemClock clock;
    SecureRandom random;
    plan::RunningPlans plans(options.value("plan").value_or("plans"));
    if (const auto loaded = plans.reload(); !loaded) return report(loaded.error().front(), out, err);
    House house(store, plans, clock, random);
    const store::Actor actor{0, "command", {}};
    if (options.words()[0] == "unlock") return report(house.accounts().unlock(actor, *options.value("name")), out, err);
    if (options.words()[0] == "remove-code") return report(house.accounts().remove_code(actor, *options.value("name")), out, err);
    std::string password;
    std::getline(in, password);
    if (options.words()[0] == "password") return report(house.accounts().set_password(actor, *options.value("name"), password), out, err);
    const auto request = account_from(options, password);
    if (!request) return report(request.error(), out, err);
    const auto account = house.accounts().create(actor, *request);
    return report(account ? Result<void>() : Result<void>(account.error()), out, err);
  });
}

}  // namespace laoyou::app
