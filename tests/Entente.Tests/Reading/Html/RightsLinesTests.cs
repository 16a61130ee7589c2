using Entente.Reading.Html;

namespace Entente.Tests.Reading.Html;

public sealed class RightsLinesTests
{
    [Theory]
    [InlineData("© 2024 The Northaven Courier")]
    [InlineData("Copyright 2019 Sound Press. All rights reserved.")]
    [InlineData("This work is licensed under a Creative Commons Attribution 4.0 licence.")]
    [InlineData("You have permission to reprint this report if you acknowledge the source and link to it.")]
    public void Recognises_statements_of_rights(string text) => Assert.True(RightsLines.Is(text));

    [Theory]
    [InlineData("Copyright was the theme of the evening, and the hall was full long before the first speaker rose.")]
    [InlineData("The board reserved its rights.")]
    public void Leaves_reporting_about_rights_alone(string text) => Assert.False(RightsLines.IsWithinMainText(text) || RightsLines.Is(text));
}
