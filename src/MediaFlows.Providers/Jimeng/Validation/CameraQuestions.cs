using MediaFlows.Core.Errors;
using MediaFlows.Providers.Jimeng.Api;
using MediaFlows.Providers.Jimeng.Flows;

namespace MediaFlows.Providers.Jimeng.Validation;

/// <summary>The two choices that a camera move needs and only a person can make.</summary>
internal static class CameraQuestions
{
    private const string RecommendedStrength = "medium";

    private static string RecommendedTemplate => JimengWords.Templates[0].Value;

    /// <summary>The input with the recommended values where none were chosen, or the open questions.</summary>
    /// <exception cref="QuestionsException">A choice is open and the recommended values were not asked for.</exception>
    public static JimengGenerateInput Settle(JimengGenerateInput input, JimengMode mode, bool useDefaults)
    {
        if (!mode.MovesCamera) return input;
        if (useDefaults)
            return input with { TemplateId = input.TemplateId ?? RecommendedTemplate, CameraStrength = input.CameraStrength ?? RecommendedStrength };

        var questions = new List<Question>();
        if (input.TemplateId is null) questions.Add(Ask("template_id", "How shall the camera move?", JimengWords.Templates, RecommendedTemplate));
        if (input.CameraStrength is null) questions.Add(Ask("camera_strength", "How strong shall the camera move be?", JimengWords.Strengths, RecommendedStrength));
        return questions.Count == 0 ? input : throw new QuestionsException(questions);
    }

    private static Question Ask(string field, string text, IReadOnlyList<(string Value, string Label)> words, string recommended) =>
        new(field, text, [.. words.Select(w => new QuestionOption(w.Label, w.Value))], recommended);
}
