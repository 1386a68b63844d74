#include "app/open_store.h"

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
  try {
    return work(*options, *chosen);
  } catch (const store::StoreFailure& failure) {
    err << message(failure.refusal(), Language::zh) << "\n";
    return 1;
  }
}

}  // namespace

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
    const auto store = store::Store::open_beside(chosen.database);
    return work(options, *store);
  });
}

}  // namespace laoyou::app
