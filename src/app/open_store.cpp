#include "app/open_store.h"

#include <csignal>
#include <ostream>

#include "base/messages.h"

namespace laoyou::app {
namespace {

using Opener = std::function<int(const Options&, const store::StoreOptions&)>;

int with_options(Words words, const std::vector<std::string>& valued, const std::vector<std::string>& switches, std::string_view usage, std::ostream& err,
                 const Opener& work) {
  std::vector<std::string> names = store_option_names();
  names.insert(names.end(), valued.begin(), valued.end());
  std::vector<std::string> flags = switches;
  flags.emplace_back("new");
  flags.emplace_back("help");
  const Result<Options> options = Options::read(words, names, flags);
  if (options && options->has("help")) {
    err << usage;
    return 0;
  }
  const Result<store::StoreOptions> chosen = options ? store_options(*options) : options.error();
  if (!chosen) {
    err << message(chosen.error(), Language::zh) << "\n" << usage;
    return 2;
  }
  outlive_file_size_limit();
  try {
    return work(*options, *chosen);
  } catch (const store::StoreFailure& failure) {
    err << why_ended(failure, *chosen) << "\n";
    return 1;
  }
}

/// The address without the password that may stand in it.
std::string shown_address(const std::string& address) {
  const std::size_t at = address.find('@'), scheme = address.find("://");
  if (at == std::string::npos || scheme == std::string::npos) return address;
  const std::size_t colon = address.find(':', scheme + 3);
  return colon < at ? address.substr(0, colon) + address.substr(at) : address;
}

}  // namespace

std::string why_ended(const store::StoreFailure& failure, const store::StoreOptions& chosen) {
  // "It recovers by itself" is for a server that runs on.
  if (failure.refusal().code != "store.gone") return message(failure.refusal(), Language::zh);
  std::string detail = failure.what();
  if (const std::size_t colon = detail.find(": "); colon != std::string::npos) detail.erase(0, colon + 2);
  while (!detail.empty() && detail.back() == '\n') detail.pop_back();
  return message(refuse("store.unreachable", {shown_address(chosen.database), detail}), Language::zh);
}

void outlive_file_size_limit() { std::signal(SIGXFSZ, SIG_IGN); }

int with_store(Words words, const std::vector<std::string>& valued, const std::vector<std::string>& switches, std::string_view usage, std::ostream& err,
               const std::function<int(const Options&, store::Store&)>& work) {
  return with_options(words, valued, switches, usage, err, [&](const Options& options, const store::StoreOptions& chosen) {
    const SystemClock clock;
    SecureRandom random;
    const auto store = store::Store::open(chosen, clock, random, all_tables());
    return work(options, *store);
  });
}

int with_store_beside(Words words, const std::vector<std::string>& valued, const std::vector<std::string>& switches, std::string_view usage, std::ostream& err,
                      const std::function<int(const Options&, store::Store&)>& work) {
  return with_options(words, valued, switches, usage, err, [&](const Options& options, const store::StoreOptions& chosen) {
    const auto store = store::Store::open_beside(chosen.database, all_tables());
    return work(options, *store);
  });
}

}  // namespace laoyou::app
