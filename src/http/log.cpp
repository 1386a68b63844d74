#include "http/log.h"

#include <spdlog/async.h>
#include <spdlog/details/file_helper.h>
#include <spdlog/sinks/base_sink.h>
#include <spdlog/sinks/null_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

#include "record/json_write.h"

namespace laoyou::http {

/// A file of lines that can be begun anew.
class LogFile final : public spdlog::sinks::base_sink<std::mutex> {
 public:
  explicit LogFile(const std::string& name) { file_.open(name); }

  void reopen() {
    const std::scoped_lock lock(mutex_);
    file_.reopen(false);
  }

 protected:
  void sink_it_(const spdlog::details::log_msg& line) override {
    spdlog::memory_buf_t text;
    formatter_->format(line, text);
    file_.write(text);
  }
  void flush_() override { file_.flush(); }

 private:
  spdlog::details::file_helper file_;
};

namespace {

constexpr std::size_t k_waiting_lines_max = 8192;

void write_text(std::string& line, std::string_view name, std::string_view text) {
  line += ",\"";
  line += name;
  line += "\":";
  record::write_json_string(line, text);
}

void write_number(std::string& line, std::string_view name, std::int64_t number) {
  line += ",\"";
  line += name;
  line += "\":";
  line += std::to_string(number);
}

std::string line_begin(const Clock& clock, std::string_view level, std::string_view event) {
  std::string line = "{\"at\":\"" + clock.now().text() + "\"";
  write_text(line, "level", level);
  write_text(line, "event", event);
  return line;
}

}  // namespace

Log::Log(const Clock& clock, LogTarget target, const std::string& file)
    : clock_(clock), pool_(std::make_shared<spdlog::details::thread_pool>(k_waiting_lines_max, 1)) {
  spdlog::sink_ptr sink;
  switch (target) {
    case LogTarget::standard_error: sink = std::make_shared<spdlog::sinks::stderr_sink_mt>(); break;
    case LogTarget::file: sink = file_ = std::make_shared<LogFile>(file); break;
    case LogTarget::nowhere: sink = std::make_shared<spdlog::sinks::null_sink_mt>(); break;
  }
  logger_ = std::make_shared<spdlog::async_logger>("http", std::move(sink), pool_, spdlog::async_overflow_policy::overrun_oldest);
  logger_->set_pattern("%v");
  logger_->flush_on(spdlog::level::err);
  if (target == LogTarget::nowhere) logger_->set_level(spdlog::level::off);
}

Log::~Log() { flush(); }

void Log::request(const RequestLine& request) {
  if (!logger_->should_log(spdlog::level::info)) return;
  std::string line = line_begin(clock_, "info", "request");
  write_text(line, "request_id", request.request_id);
  write_text(line, "method", request.method);
  write_text(line, "route", request.route);
  write_number(line, "status", request.status);
  write_number(line, "answer_bytes", static_cast<std::int64_t>(request.answer_bytes));
  write_number(line, "duration_us", request.duration.count());
  if (!request.refusal_code.empty()) write_text(line, "code", request.refusal_code);
  line += '}';
  logger_->log(spdlog::level::info, line);
}

void Log::info(std::string_view event, std::string_view detail) { write("info", event, detail, {}); }

void Log::failure(std::string_view event, std::string_view detail, std::string_view reference) { write("error", event, detail, reference); }

void Log::write(std::string_view level, std::string_view event, std::string_view detail, std::string_view reference) {
  std::string line = line_begin(clock_, level, event);
  write_text(line, "detail", detail);
  if (!reference.empty()) write_text(line, "request_id", reference);
  line += '}';
  logger_->log(level == "error" ? spdlog::level::err : spdlog::level::info, line);
}

void Log::flush() { logger_->flush(); }

void Log::reopen() {
  if (file_) file_->reopen();
}

}  // namespace laoyou::http
