package vn.timtin.server.view;

import java.util.List;
import vn.timtin.analysis.AnalysisStage;

/** What a text is after each stage of analysis, as it is sent. */
public record AnalyzeView(List<AnalysisStage> stages) {}
