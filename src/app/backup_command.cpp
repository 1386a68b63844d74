#include "store/backup.h"

#include <ostream>

#include "app/command.h"
#include "app/open_store.h"
#include "base/messages.h"
#include "store/restore.h"

namespace laoyou::app {
namespace {

constexpr std::string_view k_backup_usage =
    "用法：\n"
    "  laoyou backup FILE [--data DIR | --database URL]   备份正在运行的库到新文件，清单写在旁边；密钥文件不在其中，请另行保管\n"
    "  laoyou backup verify FILE                          核验一个备份\n";
constexpr std::string_view k_restore_usage = "用法：laoyou restore FILE [--data DIR | --database URL]   恢复到空的库；再把密钥文件放回数据目录\n";

/// Shows how far a long copy is, one line for each tenth.
class ProgressLines {
 public:
  explicit ProgressLines(std::ostream& out) : out_(out) {}
  store::Progress callback() {
    return [this](std::int64_t done, std::int64_t whole) {
      const std::int64_t tenth = whole > 0 ? done * 10 / whole : 0;
      if (tenth > shown_) out_ << tenth * 10 << "% " << std::flush;
      shown_ = std::max(shown_, tenth);
      return true;
    };
  }

 private:
  std::ostream& out_;
  std::int64_t shown_ = 0;
};

int tell(const Result<store::BackupManifest>& manifest, std::string_view what, std::ostream& out, std::ostream& err) {
  if (!manifest) {
    err << "\n" << message(manifest.error(), Language::zh) << "\n";
    return 1;
  }
  out << "\n" << what << "：" << manifest->size_bytes << " 字节，SHA-256 " << manifest->sha256 << "\n留痕到第 " << manifest->journal_sequence << " 条，封印 " << manifest->seal.batch << ":"
      << manifest->seal.hash << "\n";
  return 0;
}

}  // namespace

int backup_command(Words words, std::istream&, std::ostream& out, std::ostream& err) {
  ProgressLines lines(err);
  if (words.size() == 2 && words[0] == "verify") return tell(store::verify_backup(std::filesystem::path(words[1]), lines.callback()), "备份完好", out, err);
  return with_store_beside(words, {}, {}, k_backup_usage, err, [&](const Options& options, store::Store& store) {
    if (options.words().size() != 1) {
      err << k_backup_usage;
      return 2;
    }
    return tell(store::backup(store, options.words()[0], SystemClock(), lines.callback()), "已备份", out, err);
  });
}

int restore_command(Words words, std::istream&, std::ostream& out, std::ostream& err) {
  const Result<Options> options = Options::read(words, store_option_names(), {});
  const Result<store::StoreOptions> chosen = options ? store_options(*options) : options.error();
  if (!chosen || options->words().size() != 1) {
    if (!chosen) err << message(chosen.error(), Language::zh) << "\n";
    err << k_restore_usage;
    return 2;
  }
  ProgressLines lines(err);
  try {
    return tell(store::restore(options->words()[0], chosen->database, SystemClock(), lines.callback()), "已恢复", out, err);
  } catch (const store::StoreFailure& failure) {
    err << why_ended(failure, *chosen) << "\n";
    return 1;
  }
}

}  // namespace laoyou::app
